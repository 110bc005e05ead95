package org.pitchwright.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the database to the schema of this release at start, before anything else uses it: every
 * other start-up bean says {@code @DependsOn("SchemaMigration")}. Nodes that start together take
 * turns, by a lock in the database.
 */
@Startup
@Singleton(name = "SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
  private static final Logger LOGGER = Logger.getLogger(SchemaMigration.class.getName());
  private static final int CONNECT_RETRIES = 10;

  @Resource(lookup = "jdbc/app")
  private DataSource dataSource;

  private volatile boolean done;

  @PostConstruct
  void migrateAtStart() {
    MigrateResult result = migrate(dataSource);
    LOGGER.log(
        Level.INFO,
        "Database schema at version {0}, {1} migrations applied",
        new Object[] {result.targetSchemaVersion, result.migrationsExecuted});
    done = true;
  }

  /** Whether the schema is known to be that of this release. */
  public boolean done() {
    return done;
  }

  /**
   * Applies what is missing. Each capability numbers its migrations in a range of its own, so one
   * may arrive after a higher number of another capability.
   *
   * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached or a migration
   *     fails; a failed migration leaves no trace
   */
  public static MigrateResult migrate(DataSource dataSource) {
    return Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .connectRetries(CONNECT_RETRIES)
        .outOfOrder(true)
        .load()
        .migrate();
  }
}
