package org.pitchwright.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.pitchwright.sql.Database;
import org.pitchwright.sql.DatabaseException;

/** Whether requests can be answered: the database is there and has the schema of this release. */
@ApplicationScoped
@Readiness
public class DatabaseReadiness implements HealthCheck {
  @Inject private Database database;
  @EJB private SchemaMigration migration;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder reply = HealthCheckResponse.named("database");
    try {
      return reply.status(database.answers() && migration.done()).build();
    } catch (DatabaseException e) {
      return reply.down().withData("sqlState", e.state()).build();
    }
  }
}
