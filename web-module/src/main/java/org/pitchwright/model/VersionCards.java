package org.pitchwright.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pitchwright.model.VersionCard.Accuracy;
import org.pitchwright.model.VersionCard.Data;
import org.pitchwright.model.VersionCard.Group;
import org.pitchwright.model.VersionCard.Limit;
import org.pitchwright.model.VersionCard.Size;
import org.pitchwright.model.VersionCard.Spread;
import org.pitchwright.model.VersionCard.Training;

/** Writes model cards from what the registry keeps; nothing is measured for them. */
public final class VersionCards {
  private static final double HALF = .5;
  private static final String SECONDS = "trainingSeconds";
  private static final String MEMORY = "peakMemoryMiB";

  private VersionCards() {}

  /** The card of a version. */
  public static VersionCard of(ModelVersion model) {
    Measures measures = new Measures(model.metrics());
    Accuracy accuracy = accuracy(measures);
    List<Group> groups = groups(measures.in("fairness"));
    Spread spread = spread(measures.in("exposure"));
    return new VersionCard(
        model.name(),
        model.version(),
        model.stage(),
        model.parent(),
        model.createdBy(),
        model.createdAt(),
        data(model.dataFingerprint(), measures.in("data")),
        training(model),
        accuracy,
        size(measures.in("int8")),
        groups,
        spread,
        limits(accuracy, groups, spread).stream().map(Limit::of).toList());
  }

  private static Data data(String fingerprint, Measures data) {
    return new Data(
        fingerprint,
        data.whole("items"),
        data.whole("customers"),
        data.whole("events"),
        time(data.whole("from")),
        time(data.whole("until")));
  }

  private static @Nullable OffsetDateTime time(@Nullable Long seconds) {
    return seconds == null ? null : Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
  }

  private static Training training(ModelVersion model) {
    Measures parameters = new Measures(model.parameters());
    Long memory = parameters.whole(MEMORY);
    return new Training(
        parameters.number(SECONDS),
        memory == null || memory == 0 ? null : memory,
        model.executionId(),
        parameters.without(Set.of(SECONDS, MEMORY)));
  }

  /** The last evaluation counts; before one, what the training measured itself. */
  private static @Nullable Accuracy accuracy(Measures measures) {
    Double ndcg = measures.number("ndcg@10");
    if (ndcg == null) {
      return null;
    }
    Measures evaluation = measures.in("evaluation");
    Measures interval = evaluation.in("ndcg@10Confidence");
    boolean evaluated = !interval.isEmpty();
    return new Accuracy(
        ndcg,
        evaluated ? interval.number("lower") : measures.number("ndcg@10.lower"),
        evaluated ? interval.number("upper") : measures.number("ndcg@10.upper"),
        measures.number("hr@10"),
        (evaluated ? evaluation : measures).in("popularity").number("ndcg@10"),
        evaluation.whole("cases"));
  }

  private static @Nullable Size size(Measures small) {
    Double taken = small.number("taken");
    Long bytes = small.whole("bytes");
    Long floats = small.whole("bytes.float32");
    Double ndcg = small.number("test.ndcg@10");
    Double exact = small.number("test.ndcg@10.float32");
    return taken == null || bytes == null || floats == null || ndcg == null || exact == null
        ? null
        : new Size(taken > 0, bytes, floats, ndcg, exact);
  }

  /** Names are {@code <grouping>.<group>.<measure>}. */
  private static List<Group> groups(Measures fairness) {
    Set<String> prefixes = new TreeSet<>();
    for (Object name : fairness.names()) {
      String text = String.valueOf(name);
      int end = text.indexOf('.', text.indexOf('.') + 1);
      if (end > 0) {
        prefixes.add(text.substring(0, end));
      }
    }
    List<Group> groups = new ArrayList<>();
    for (String prefix : prefixes) {
      int dot = prefix.indexOf('.');
      groups.add(
          new Group(
              prefix.substring(0, dot),
              prefix.substring(dot + 1),
              (long) known(fairness, prefix + ".cases"),
              known(fairness, prefix + ".ndcg@10"),
              known(fairness, prefix + ".ndcg@10.lower"),
              known(fairness, prefix + ".ndcg@10.upper"),
              known(fairness, prefix + ".hr@10")));
    }
    return groups;
  }

  private static @Nullable Spread spread(Measures exposure) {
    return exposure.isEmpty()
        ? null
        : new Spread(
            (long) known(exposure, "items"),
            known(exposure, "coverage"),
            known(exposure, "top1Percent"),
            known(exposure, "top10Percent"),
            known(exposure, "gini"));
  }

  private static double known(Measures measures, String name) {
    Double value = measures.number(name);
    return value == null ? 0 : value;
  }

  private static List<ModelLimit> limits(
      @Nullable Accuracy accuracy, List<Group> groups, @Nullable Spread spread) {
    List<ModelLimit> limits = new ArrayList<>();
    if (accuracy == null) {
      limits.add(ModelLimit.NOT_MEASURED);
    } else {
      Double popularity = accuracy.popularity();
      if (popularity != null && accuracy.ndcg() <= popularity) {
        limits.add(ModelLimit.WORSE_THAN_POPULARITY);
      }
      if (accuracy.isUncertain()) {
        limits.add(ModelLimit.UNCERTAIN);
      }
      if (groups.stream().anyMatch(group -> group.upper() < accuracy.ndcg())) {
        limits.add(ModelLimit.UNEVEN);
      }
      if (spread == null) {
        limits.add(ModelLimit.GROUPS_UNKNOWN);
      }
    }
    if (spread != null && spread.top10Percent() > HALF) {
      limits.add(ModelLimit.CONCENTRATED);
    }
    limits.add(ModelLimit.OFFLINE);
    limits.add(ModelLimit.KNOWN_ITEMS);
    limits.add(ModelLimit.CONSENTING);
    return limits;
  }
}
