package org.pitchwright.recommendation.benchmark;

import java.util.Locale;
import org.pitchwright.operations.benchmark.Spread;

/** What the rounds of one kind of request came to; times in milliseconds. */
record ServingFigures(Spread rate, Spread p50, Spread p99, Spread serverCpu, Spread databaseCpu) {

  /** Prints the figures, each as its median with the least and the most. */
  static void print(String title, ServingFigures figures) {
    System.out.println(title);
    line("requests/s", figures.rate().text("%,.0f"));
    line("p50 ms", figures.p50().text("%.2f"));
    line("p99 ms", figures.p99().text("%.2f"));
    line("CPU ms/request, server", figures.serverCpu().text("%.3f"));
    line("CPU ms/request, PostgreSQL", figures.databaseCpu().text("%.3f"));
  }

  private static void line(String name, String value) {
    System.out.printf(Locale.ROOT, "  %-28s %s%n", name, value);
  }
}
