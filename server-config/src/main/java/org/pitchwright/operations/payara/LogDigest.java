package org.pitchwright.operations.payara;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an operator needs from a server's log when the server does not come up: the lines that tell
 * of trouble, without stack frames.
 */
final class LogDigest {

  private static final int KEPT_LINES = 15;
  private static final int LONGEST_LINE = 300;

  private static final Pattern RELEVANT =
      Pattern.compile("\\bSEVERE\\b|\\bWARNING\\b|Exception|Caused by|Error|\\bFAILURE\\b|fatal");

  /** Stack frames, plain information, and two complaints of Payara's at every start. */
  private static final Pattern NOISE =
      Pattern.compile(
          "^\\s*(at |\\.\\.\\. \\d+ more)| (INFO|CONFIG|FINE) \\["
              + "|Orb initialization erorr|GlassFishORBFactory|Runtime directory is located");

  /** After one of these, Payara Micro goes on without the application, and never gets ready. */
  private static final Pattern HOPELESS =
      Pattern.compile(
          "Exception while loading the app|Deployed 0 archive|Failed to deploy"
              + "|Boot Command .* returned with result FAILURE");

  private final Deque<String> lines = new ArrayDeque<>();
  private boolean hopeless;

  /** Takes notice of a line of the log. */
  synchronized void accept(String line) {
    hopeless |= HOPELESS.matcher(line).find();
    if (RELEVANT.matcher(line).find() && !NOISE.matcher(line).find()) {
      String shortened = line.substring(0, Math.min(line.length(), LONGEST_LINE));
      if (!shortened.equals(lines.peekLast())) {
        lines.addLast(shortened);
      }
      if (lines.size() > KEPT_LINES) {
        lines.removeFirst();
      }
    }
  }

  /** Whether the server said that it runs without the application. */
  synchronized boolean isHopeless() {
    return hopeless;
  }

  /** The last lines that tell of trouble, oldest first. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
