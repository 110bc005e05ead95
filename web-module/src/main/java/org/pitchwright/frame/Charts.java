package org.pitchwright.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;

/**
 * Describes charts in the terms of Chart.js. Colours are left to the browser, which knows the theme
 * ({@code pitchwrightChart} in app.js).
 */
public final class Charts {
  private Charts() {}

  /** A row of values, in the order of the chart's labels; null where there is none. */
  public record Series(String label, List<? extends @Nullable Number> values, int colour) {}

  /** Bars that start at zero and stand on each other. */
  public static String stackedBars(List<String> labels, List<Series> series) {
    return chart("bar", labels, series, Map.of("stacked", true, "beginAtZero", true));
  }

  /** Lines; the axis starts at zero. */
  public static String lines(List<String> labels, List<Series> series) {
    return chart("line", labels, series, Map.of("beginAtZero", true));
  }

  private static String chart(
      String type, List<String> labels, List<Series> series, Map<String, Object> scale) {
    List<Map<String, Object>> datasets = new ArrayList<>();
    for (Series one : series) {
      Map<String, Object> dataset = new LinkedHashMap<>();
      dataset.put("label", one.label());
      dataset.put("data", one.values());
      dataset.put("pwSeries", one.colour());
      dataset.put("borderWidth", type.equals("line") ? 2 : 0);
      dataset.put("pointRadius", 3);
      dataset.put("spanGaps", true);
      dataset.put("maxBarThickness", 24);
      datasets.add(dataset);
    }
    Map<String, Object> across = new LinkedHashMap<>(scale);
    across.put("grid", Map.of("display", false));
    across.put("ticks", Map.of("maxRotation", 0, "autoSkipPadding", 16));
    Map<String, Object> up = new LinkedHashMap<>(scale);
    up.put("ticks", Map.of("maxTicksLimit", 5));
    Map<String, Object> options =
        Map.of(
            "interaction",
            Map.of("mode", "index", "intersect", false),
            "plugins",
            Map.of(
                "legend", Map.of("display", series.size() > 1, "position", "top", "align", "end")),
            "scales",
            Map.of("x", across, "y", up));
    return Json.write(
        Map.of(
            "type",
            type,
            "data",
            Map.of("labels", labels, "datasets", datasets),
            "options",
            options));
  }
}
