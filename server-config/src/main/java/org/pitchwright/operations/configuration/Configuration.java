package org.pitchwright.operations.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.console.OperatorException;

/**
 * The settings of one run. Sources in ascending order of strength, as MicroProfile Config orders
 * them: default, {@code pitchwright.properties} in the working directory, the same file in the data
 * directory, environment variable, system property, command option.
 */
public final class Configuration {

  /** Name of the optional file in the working directory and in the data directory. */
  public static final String FILE_NAME = "pitchwright.properties";

  private static final String PREFIX = "pitchwright.";

  private final Path workingDirectory;
  private final Map<String, String> environment;

  /** Strongest first; the environment comes after the first two. */
  private final List<Map<String, String>> explicit;

  private final List<Map<String, String>> files;

  private Configuration(
      Path workingDirectory,
      Map<String, String> environment,
      List<Map<String, String>> explicit,
      List<Map<String, String>> files) {
    this.workingDirectory = workingDirectory;
    this.environment = environment;
    this.explicit = explicit;
    this.files = files;
  }

  /**
   * Reads all sources.
   *
   * @param options values of command options by setting name
   * @param systemProperties of this JVM
   * @param environment of this process
   * @param workingDirectory where the command was given
   * @throws OperatorException when a file cannot be read
   */
  public static Configuration load(
      Map<String, String> options,
      Properties systemProperties,
      Map<String, String> environment,
      Path workingDirectory) {
    List<Map<String, String>> explicit = List.of(options, toMap(systemProperties));
    List<Map<String, String>> files = new ArrayList<>();
    files.add(readFile(workingDirectory.resolve(FILE_NAME)));
    Configuration outer = new Configuration(workingDirectory, environment, explicit, files);
    Path inner = outer.path(Setting.DATA_DIR).resolve(FILE_NAME);
    if (!inner.normalize().equals(workingDirectory.resolve(FILE_NAME).normalize())) {
      files.add(0, readFile(inner));
    }
    return outer;
  }

  /** The value from the strongest source that has one; an empty value counts as unset. */
  public Optional<String> find(Setting setting) {
    String value = lookUp(setting.key());
    return Optional.ofNullable(value == null ? setting.defaultValue() : value)
        .filter(text -> !text.isBlank());
  }

  /**
   * The value of a setting.
   *
   * @throws OperatorException when no source has one
   */
  public String get(Setting setting) {
    return find(setting)
        .orElseThrow(
            () ->
                new OperatorException(
                    "The setting "
                        + setting.key()
                        + " is missing. Set it in "
                        + FILE_NAME
                        + " or as the environment variable "
                        + setting.environmentName()
                        + "."));
  }

  /**
   * The value of a setting as a whole number.
   *
   * @throws OperatorException when it is not one between the bounds, both included
   */
  public int number(Setting setting, int lowest, int highest) {
    String text = get(setting).strip();
    if (text.matches("\\d{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= lowest && value <= highest) {
        return value;
      }
    }
    throw new OperatorException(
        "The setting %s is '%s', but it must be a whole number from %d to %d."
            .formatted(setting.key(), text, lowest, highest));
  }

  /** The value of a setting as a path; a relative one starts at the working directory. */
  public Path path(Setting setting) {
    return workingDirectory.resolve(get(setting)).toAbsolutePath().normalize();
  }

  /**
   * Every value that was set for this run, as environment variables for the server: what is secret
   * stays off its command line. Values that the environment already holds are included where a
   * stronger source replaces them.
   */
  public Map<String, String> asEnvironment() {
    TreeSet<String> names = new TreeSet<>();
    explicit.forEach(source -> names.addAll(source.keySet()));
    files.forEach(source -> names.addAll(source.keySet()));
    Map<String, String> result = new TreeMap<>();
    for (String name : names) {
      String value = name.startsWith(PREFIX) ? lookUp(name) : null;
      if (value != null) {
        result.put(environmentName(name), value);
      }
    }
    return result;
  }

  /**
   * The environment variable of a setting: every character that is neither a letter nor a digit
   * becomes an underscore, letters become capitals (MicroProfile Config 3.1, "Environment Variables
   * Mapping Rules").
   */
  public static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private @Nullable String lookUp(String name) {
    for (Map<String, String> source : explicit) {
      if (source.containsKey(name)) {
        return source.get(name);
      }
    }
    String fromEnvironment = environment.get(environmentName(name));
    if (fromEnvironment != null) {
      return fromEnvironment;
    }
    for (Map<String, String> source : files) {
      if (source.containsKey(name)) {
        return source.get(name);
      }
    }
    return null;
  }

  private static Map<String, String> readFile(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new OperatorException(
          "The file " + file + " cannot be read as UTF-8 properties: " + e.getMessage(), e);
    }
    return toMap(properties);
  }

  private static Map<String, String> toMap(Properties properties) {
    Map<String, String> result = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      result.put(name, properties.getProperty(name).strip());
    }
    return result;
  }
}
