package org.pitchwright.recommendation;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Items in the order of their scores, before any rule of a request.
 *
 * @param modelVersion the version that scored
 * @param items numbers in the {@link ItemTable}, best first
 * @param complete whether every item of the model is there, or only the best
 * @param choice what the customer's last usual request got, once there was one
 */
record Ranking(
    int modelVersion,
    int[] items,
    float[] scores,
    boolean complete,
    AtomicReference<@Nullable Choice> choice) {
  /**
   * What was chosen from a ranking for a usual request, one that names no items and no categories.
   *
   * @param catalogue the state of the item table that it was chosen by
   * @param rules what was in force: another set after a rule was changed, began or ended, and where
   *     another scenario has rules of its own
   * @param plan what each answer is drawn from
   * @param relations the number of changes of the graph of items until then
   * @param until from when on the graph means something else for the customer, milliseconds since
   *     1970
   */
  record Choice(
      int limit,
      Exclusion exclude,
      @Nullable String language,
      long catalogue,
      RuleSet rules,
      long relations,
      long until,
      ListPlan plan) {
    boolean serves(PendingRequest pending, long now, RuleSet inForce) {
      return catalogue == now
          && rules == inForce
          && relations == pending.graph().revision()
          && pending.moment() < until
          && limit == pending.request().limit()
          && exclude == pending.request().exclude()
          && Objects.equals(language, pending.language());
    }
  }

  Ranking(int modelVersion, int[] items, float[] scores, boolean complete) {
    this(modelVersion, items, scores, complete, new AtomicReference<>());
  }

  int size() {
    return items.length;
  }

  boolean serves(int version, int minimum) {
    return version == modelVersion && (complete || items.length >= minimum);
  }

  /** The same of only some items of the model: others may be asked for. */
  Ranking incomplete() {
    return new Ranking(modelVersion, items, scores, false);
  }

  /** The best {@code limit} of all items, by score; ties go to the lower number. */
  static Ranking best(int modelVersion, int[] numbers, float[] scores, int limit) {
    int size = Math.min(limit, scores.length);
    long[] keys = new long[(int) Math.min(scores.length, 2L * size)];
    int filled = 0;
    long bound = Long.MIN_VALUE;
    for (int i = 0; i < scores.length; i++) {
      long key = key(scores[i], numbers[i]);
      if (key > bound) {
        if (filled == keys.length) {
          Arrays.sort(keys);
          System.arraycopy(keys, filled - size, keys, 0, size);
          filled = size;
          bound = keys[0];
        }
        keys[filled++] = key;
      }
    }
    Arrays.sort(keys, 0, filled);
    int[] items = new int[size];
    float[] kept = new float[size];
    for (int place = 0; place < size; place++) {
      long key = keys[filled - 1 - place];
      items[place] = ~(int) key;
      kept[place] = score(key);
    }
    return new Ranking(modelVersion, items, kept, size == scores.length);
  }

  /** A number that is the greater the better an item is: first by its score, then its number. */
  private static long key(float score, int number) {
    int bits = Float.floatToIntBits(score + 0f); // Minus zero is zero.
    int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return (long) ordered << 32 | ~number & 0xffff_ffffL;
  }

  private static float score(long key) {
    int ordered = (int) (key >> 32);
    return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return "Ranking[model " + modelVersion + ", " + items.length + " items]";
  }
}
