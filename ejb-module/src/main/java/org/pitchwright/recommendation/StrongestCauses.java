package org.pitchwright.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the few past items that a recommendation is explained by. */
final class StrongestCauses {
  static final int MOST = 3;

  /** Share of all influence that the causes together have; then most prove to be what decided. */
  private static final float SHARE = .6f;

  private StrongestCauses() {}

  /** An item's latest interaction, with the influence of all of the item's interactions. */
  private record Cause(Interaction latest, float influence) {
    Cause with(Cause other) {
      Interaction later = other.latest.at() >= latest.at() ? other.latest : latest;
      return new Cause(later, influence + other.influence);
    }
  }

  /**
   * The interactions that decided, the strongest first, one for each item: as few as have most of
   * the influence, and at most {@value #MOST}.
   *
   * @param influences of each interaction, at least 0
   */
  static List<Interaction> of(List<Interaction> interactions, float[] influences) {
    Map<Integer, Cause> byItem = new LinkedHashMap<>();
    float all = 0;
    for (int i = 0; i < influences.length; i++) {
      if (influences[i] > 0) {
        all += influences[i];
        Interaction interaction = interactions.get(i);
        byItem.merge(interaction.item(), new Cause(interaction, influences[i]), Cause::with);
      }
    }
    List<Cause> strongest = new ArrayList<>(byItem.values());
    strongest.sort(Comparator.comparing(Cause::influence).reversed());
    List<Interaction> causes = new ArrayList<>(MOST);
    float covered = 0;
    for (int i = 0; i < strongest.size() && causes.size() < MOST && covered < SHARE * all; i++) {
      covered += strongest.get(i).influence();
      causes.add(strongest.get(i).latest());
    }
    return causes;
  }
}
