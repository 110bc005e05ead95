package org.pitchwright.operations.launcher;

import org.pitchwright.operations.client.ImportCommand;
import org.pitchwright.operations.client.JobCommand;
import org.pitchwright.operations.client.JobsCommand;
import org.pitchwright.operations.console.Console;
import org.pitchwright.operations.console.OperatorException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** Main class of the launcher. Exit status: 0 done, 1 failed, 2 wrong command line. */
@Command(
    name = "pitchwright",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "The system that a marketing and sales department runs itself on.",
    subcommands = {
      DemoCommand.class,
      StartCommand.class,
      ImportCommand.class,
      JobCommand.class,
      JobsCommand.class,
      EvaluateCommand.class
    },
    footer = {
      "",
      "  test [--faults] [--benchmarks]  Runs the test suite (needs Maven).",
      "",
      "'pitchwright help <command>' explains a command; docs/operations.md explains them all."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Pitchwright {

  /** Set by the start script when standard output is a terminal. */
  public static final String TERMINAL_PROPERTY = "pitchwright.terminal";

  private static final String DEBUG_PROPERTY = "pitchwright.debug";

  private Pitchwright() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] args) {
    Console console = new Console(System.out, System.err, Boolean.getBoolean(TERMINAL_PROPERTY));
    System.exit(commandLine(console).execute(args));
  }

  /** The commands, working on this console. */
  static CommandLine commandLine(Console console) {
    CommandLine line = new CommandLine(new Pitchwright(), factory(console));
    line.addSubcommand(new CommandLine.HelpCommand());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (!(exception instanceof OperatorException)) {
            throw exception;
          }
          console.failure("pitchwright: " + exception.getMessage());
          if (Boolean.getBoolean(DEBUG_PROPERTY)) {
            exception.printStackTrace();
          }
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }

  /** Gives each command the console. */
  private static IFactory factory(Console console) {
    IFactory standard = CommandLine.defaultFactory();
    return new IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
          if (constructor.getParameterCount() == 1
              && constructor.getParameterTypes()[0] == Console.class) {
            return type.cast(constructor.newInstance(console));
          }
        }
        return standard.create(type);
      }
    };
  }
}
