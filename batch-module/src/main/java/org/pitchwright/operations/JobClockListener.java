package org.pitchwright.operations;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Runs the job clock as long as the web module lives. The batch runtime lets nobody see an
 * execution but the component that started it, so that the clock must work as the same component as
 * pages and resources. CDI's events about the application scope would not do: within an EAR they
 * come from the EAR, and the last of them after the beans are gone.
 */
@WebListener
public class JobClockListener implements ServletContextListener {
  @Inject private JobClock clock;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    clock.begin();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    clock.end();
  }
}
