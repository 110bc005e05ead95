package org.pitchwright.operations.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.operations.configuration.Configuration;
import org.pitchwright.operations.configuration.Setting;
import org.pitchwright.operations.configuration.SettingOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that start a server. */
final class ServerOptions {

  @Mixin private SettingOptions settings = new SettingOptions();

  @Option(
      names = "--http-port",
      paramLabel = "<port>",
      description = "TCP port of the web interface; 0 takes a free one (default: 8080).")
  private @Nullable String httpPort;

  @Option(
      names = "--http-address",
      paramLabel = "<address>",
      description = "Address to listen on; 127.0.0.1 admits only this machine.")
  private @Nullable String httpAddress;

  /** The settings that these options give. */
  Configuration load() {
    Map<String, String> options = new LinkedHashMap<>();
    if (httpPort != null) {
      options.put(Setting.HTTP_PORT.key(), httpPort);
    }
    if (httpAddress != null) {
      options.put(Setting.HTTP_ADDRESS.key(), httpAddress);
    }
    return settings.load(options);
  }
}
