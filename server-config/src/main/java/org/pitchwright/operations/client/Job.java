package org.pitchwright.operations.client;

import org.jspecify.annotations.Nullable;

/**
 * A job that the server offers.
 *
 * @param name under which it is started
 * @param title for a person
 * @param schedule when it runs by itself, if it does
 * @param running its run of this moment, if there is one
 * @param last its run before that, if there is one
 */
public record Job(
    String name,
    @Nullable String title,
    @Nullable Schedule schedule,
    @Nullable Execution running,
    @Nullable Execution last) {

  /**
   * When a job runs by itself.
   *
   * @param cron cron expression
   * @param timeZone IANA name of the time zone that it is read in
   * @param enabled whether it is in force
   */
  public record Schedule(
      @Nullable String cron, @Nullable String timeZone, @Nullable Boolean enabled) {}
}
