package org.pitchwright.operations.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How a PostgreSQL database is reached.
 *
 * @param url JDBC URL, {@code jdbc:postgresql:…}
 * @param user role
 * @param password of the role; never printed
 */
public record Database(String url, String user, String password) {

  /** A database on the loopback address. */
  public static Database local(int port, String name, String user, String password) {
    return new Database("jdbc:postgresql://127.0.0.1:" + port + "/" + name, user, password);
  }

  /**
   * Opens a connection.
   *
   * @param timeoutSeconds how long to wait for the server to answer
   */
  public Connection connect(int timeoutSeconds) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", Integer.toString(timeoutSeconds));
    properties.setProperty("loginTimeout", Integer.toString(timeoutSeconds));
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return user + "@" + url;
  }
}
