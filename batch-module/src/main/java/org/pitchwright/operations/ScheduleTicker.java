package org.pitchwright.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pitchwright.problem.ProblemException;

/** Starts the jobs whose time has come; of all nodes that look, one starts each. */
@ApplicationScoped
public class ScheduleTicker {
  private static final Logger LOG = Logger.getLogger(ScheduleTicker.class.getName());

  @Inject private Schedules schedules;
  @Inject private Jobs jobs;

  void tick() {
    for (JobSchedule due : schedules.due()) {
      if (schedules.claim(due)) {
        start(due);
      }
    }
  }

  private void start(JobSchedule due) {
    try {
      jobs.start(due.job(), due.parameters(), "schedule");
    } catch (ProblemException e) {
      LOG.log(
          Level.WARNING,
          "The schedule could not start {0}: {1}",
          new Object[] {due.job(), e.getMessage()});
    }
  }
}
