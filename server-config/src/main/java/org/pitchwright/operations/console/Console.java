package org.pitchwright.operations.console;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The operator's terminal. Results go to standard output; failures go to standard error.
 * Thread-safe as far as whole lines are concerned.
 */
public final class Console {

  private static final double NANOS_PER_SECOND = 1_000_000_000.0;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  /**
   * @param out where lines go
   * @param err where failures go
   * @param terminal whether a person sees {@code out} in a terminal that can redraw a line
   */
  public Console(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Whether a line may be redrawn, as a progress bar does. */
  public boolean isTerminal() {
    return terminal;
  }

  /** Prints one line. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Prints one line of a failure. */
  public void failure(String text) {
    out.flush();
    err.println(text);
    err.flush();
  }

  /** The stream of the results, for output that is not made of lines. */
  public PrintStream out() {
    return out;
  }

  /**
   * Runs a step and prints {@code "<what> ... 0.5 s"}: the first half before, the second after it.
   *
   * @return what the step returns
   */
  public <T> T step(String what, Supplier<T> work) {
    out.print(what + " ... ");
    out.flush();
    long start = System.nanoTime();
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      out.println(done ? seconds(System.nanoTime() - start) : "failed");
      out.flush();
    }
  }

  /** Runs a step without a result; see {@link #step(String, Supplier)}. */
  public void step(String what, Runnable work) {
    step(
        what,
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
  }
}
