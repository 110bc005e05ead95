package org.pitchwright.behavior.imports;

import java.util.List;

/**
 * What the rows of a kind of file become.
 *
 * @param <T> an event, an item or a customer
 */
abstract sealed class ImportFormat<T> permits EventFormat, ItemFormat, CustomerFormat {
  /**
   * A row as a value that keeps every rule.
   *
   * @throws RowRefused if it does not
   */
  abstract T read(String[] fields) throws RowRefused;

  /** Keeps values within the caller's transaction, and returns how many were not there before. */
  abstract int write(List<T> values);

  /** How many values {@link #write} would find not to be there, without writing any. */
  abstract int count(List<T> values);

  /**
   * Whether {@link #read} depends on the rows before, so that a resumption must read them again.
   */
  boolean remembers() {
    return false;
  }
}
