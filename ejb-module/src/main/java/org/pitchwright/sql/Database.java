package org.pitchwright.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The application's database, for plain SQL within the caller's transaction. */
@ApplicationScoped
public class Database {
  @Resource(lookup = "jdbc/app")
  private DataSource dataSource;

  /** For the container's proxy. */
  public Database() {}

  /** A database behind another data source, for code that runs outside the container. */
  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work with a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T apply(Connection connection) throws SQLException;
  }

  /** Work with a connection that has no result. */
  @FunctionalInterface
  public interface Action {
    void apply(Connection connection) throws SQLException;
  }

  /** Turns the current row into a value. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs work with a connection of the caller's transaction.
   *
   * @throws DatabaseException if the database refuses or cannot be reached
   */
  public <T> T with(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.apply(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** As {@link #with}, for work that has no result. */
  public void run(Action action) {
    with(
        connection -> {
          action.apply(connection);
          return true;
        });
  }

  /** All rows of a query, with its parameters bound in order. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
              result.add(reader.read(rows));
            }
            return result;
          }
        });
  }

  /** The first row of a query, if any. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /**
   * Whether the database answers.
   *
   * @throws DatabaseException if it cannot be reached
   */
  public boolean answers() {
    return first("SELECT 1", row -> row.getInt(1)).isPresent();
  }

  /** Runs a statement and tells how many rows it changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
          }
        });
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
