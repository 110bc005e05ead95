package org.pitchwright.operations.configuration;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that work on an installation. */
public final class SettingOptions {

  @Option(
      names = "--data-dir",
      paramLabel = "<dir>",
      description = "Folder of everything that Pitchwright keeps (default: ./data).")
  private @Nullable String dataDirectory;

  @Option(
      names = "-D",
      paramLabel = "<setting=value>",
      description = "Any other setting, such as -Dpitchwright.http.address=127.0.0.1.")
  private Map<String, String> others = new LinkedHashMap<>();

  /** The settings that these options give, with the others of the environment. */
  public Configuration load(Map<String, String> commandOptions) {
    Map<String, String> options = new LinkedHashMap<>(others);
    if (dataDirectory != null) {
      options.put(Setting.DATA_DIR.key(), dataDirectory);
    }
    options.putAll(commandOptions);
    return Configuration.load(
        options, System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
  }

  /** The data directory that these options name. */
  public DataDirectory dataDirectory() {
    return new DataDirectory(load(Map.of()).path(Setting.DATA_DIR));
  }
}
