package org.pitchwright.operations;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a job starts by itself.
 *
 * @param cron five fields, as of UNIX cron
 * @param timeZone IANA name; the expression is read by its wall clock
 * @param lastFireAt null if it never fired
 * @param nextFireAt null while it is off
 * @param version counts up with each change
 */
public record JobSchedule(
    String job,
    String cron,
    String timeZone,
    boolean enabled,
    Map<String, String> parameters,
    @Nullable OffsetDateTime lastFireAt,
    @Nullable OffsetDateTime nextFireAt,
    long version,
    String updatedBy) {}
