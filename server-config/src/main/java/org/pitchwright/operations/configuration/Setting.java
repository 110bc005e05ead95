package org.pitchwright.operations.configuration;

import org.jspecify.annotations.Nullable;

/**
 * A setting that the launcher itself reads, with its documented default. Every other name that
 * begins with {@code pitchwright.} is handed on to the server unread.
 */
public enum Setting {
  /** TCP port of the web interface; 0 takes a free one. */
  HTTP_PORT("pitchwright.http.port", "8080"),
  /** Address that the web interface listens on; the demo narrows it to the loopback address. */
  HTTP_ADDRESS("pitchwright.http.address", "0.0.0.0"),
  /** Folder of everything that Pitchwright keeps. */
  DATA_DIR("pitchwright.data.dir", "./data"),
  /** JDBC URL of an external PostgreSQL; unset: the embedded one. */
  DB_URL("pitchwright.db.url", null),
  /** User of the external PostgreSQL. */
  DB_USER("pitchwright.db.user", null),
  /** Password of the external PostgreSQL. */
  DB_PASSWORD("pitchwright.db.password", null),
  /** TCP port of the embedded PostgreSQL on the loopback address; 0 takes a free one. */
  DB_PORT("pitchwright.db.port", "0"),
  /** Largest number of database connections that the server opens. */
  DB_CONNECTIONS("pitchwright.db.connections", "32"),
  /** Heap of the server JVM, as {@code -Xmx} takes it. */
  SERVER_MEMORY("pitchwright.server.memory", "2g"),
  /** Further JVM options of the server, separated by spaces. */
  SERVER_JVM_OPTIONS("pitchwright.server.jvm-options", ""),
  /** Largest number of requests that are worked on at once. */
  SERVER_THREADS("pitchwright.server.threads", "64"),
  /** Seconds after which a server that is not ready counts as failed. */
  SERVER_START_TIMEOUT("pitchwright.server.start-timeout", "180"),
  /** Folder of the trainer process; unset: the one beside this program. */
  TRAINER_HOME("pitchwright.trainer.home", null);

  private final String key;
  private final @Nullable String defaultValue;

  Setting(String key, @Nullable String defaultValue) {
    this.key = key;
    this.defaultValue = defaultValue;
  }

  /** The name in files and system properties, such as {@code pitchwright.http.port}. */
  public String key() {
    return key;
  }

  /** The value where no source has one. */
  public @Nullable String defaultValue() {
    return defaultValue;
  }

  /** The name as an environment variable, such as {@code PITCHWRIGHT_HTTP_PORT}. */
  public String environmentName() {
    return Configuration.environmentName(key);
  }
}
