package org.pitchwright.recommendation.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An item as the recommender reads it.
 *
 * @param text title, category and description as sentences; may be empty
 */
record DescribedItem(String id, String text) {
  static final String SELECT = "SELECT item_id, title, category, description FROM item i";

  static DescribedItem read(ResultSet row) throws SQLException {
    return new DescribedItem(
        row.getString(1),
        Stream.of(row.getString(2), row.getString(3), row.getString(4))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(". ")));
  }
}
