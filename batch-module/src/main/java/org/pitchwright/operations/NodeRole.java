package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this node is for: {@code all}, {@code web} (pages and services), {@code batch} (jobs). */
@ApplicationScoped
public class NodeRole {
  @Inject
  @ConfigProperty(name = "pitchwright.role", defaultValue = "all")
  private String role;

  /** Whether jobs run here. */
  public boolean runsJobs() {
    return !role.equals("web");
  }
}
