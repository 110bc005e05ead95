package org.pitchwright.operations.benchmark;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * CPU time, user and system, that processes with all their children have used. The time of a child
 * that has ended meanwhile counts up to the last reading.
 */
public final class CpuClock {
  private final Collection<ProcessHandle> roots;
  private final Map<Long, Duration> seen = new ConcurrentHashMap<>();

  private CpuClock(Collection<ProcessHandle> roots) {
    this.roots = roots;
  }

  static CpuClock of(ProcessHandle... roots) {
    return new CpuClock(List.of(roots));
  }

  /** What was used since the processes began, as far as a reading has seen them. */
  public Duration read() {
    for (ProcessHandle root : roots) {
      Stream.concat(Stream.of(root), root.descendants())
          .forEach(
              process ->
                  process
                      .info()
                      .totalCpuDuration()
                      .ifPresent(used -> seen.merge(process.pid(), used, CpuClock::longer)));
    }
    return seen.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
