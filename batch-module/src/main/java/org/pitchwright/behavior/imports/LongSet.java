package org.pitchwright.behavior.imports;

import java.util.Arrays;

/** A set of hash values in 8 to 16 bytes each, for files of many million rows. */
final class LongSet {
  private static final int INITIAL = 1 << 12;

  private long[] slots = new long[INITIAL];
  private int size;
  private boolean hasZero;

  /** Adds a value that is spread evenly, such as a part of a digest; false if it was there. */
  boolean add(long value) {
    if (value == 0) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    if (size >= slots.length / 4 * 3) {
      grow();
    }
    return insert(value);
  }

  private boolean insert(long value) {
    int mask = slots.length - 1;
    int slot = (int) value & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == value) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = value;
    size++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    size = 0;
    Arrays.stream(old).filter(value -> value != 0).forEach(this::insert);
  }
}
