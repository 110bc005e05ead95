package org.pitchwright.frame;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of a long table, read a page at a time. */
public class Rows<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  private final transient ToIntFunction<Rows<T>> counter;
  private final transient Reader<T> reader;
  private final transient Function<T, String> key;

  /** Reads rows from an offset on. */
  @FunctionalInterface
  public interface Reader<T> {
    List<T> read(int offset, int limit);
  }

  /**
   * Rows of a table.
   *
   * @param counter how many there are in all
   * @param key tells rows apart
   */
  public Rows(ToIntFunction<Rows<T>> counter, Reader<T> reader, Function<T, String> key) {
    this.counter = counter;
    this.reader = reader;
    this.key = key;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return counter.applyAsInt(this);
  }

  @Override
  public List<T> load(
      int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
    return reader.read(first, pageSize);
  }

  @Override
  public String getRowKey(T row) {
    return key.apply(row);
  }

  @Override
  public @Nullable T getRowData(String rowKey) {
    List<T> shown = getWrappedData();
    return shown == null
        ? null
        : shown.stream().filter(row -> key.apply(row).equals(rowKey)).findFirst().orElse(null);
  }
}
