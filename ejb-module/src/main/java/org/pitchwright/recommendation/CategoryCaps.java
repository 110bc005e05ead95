package org.pitchwright.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pitchwright.recommendation.relations.CategoryTree;
import org.pitchwright.recommendation.rules.RuleData;

/**
 * How many items of a category a list may hold: of several rules the strictest counts. A rule that
 * names a category counts what lies below it too; one for each category counts each alone. Items
 * without a category are not of one category, and are never too many.
 */
final class CategoryCaps {
  private final Map<String, Integer> named = new HashMap<>();
  private final CategoryTree tree;
  private int each = Integer.MAX_VALUE;

  /**
   * Reads rules that cap.
   *
   * @param rules those without a category hold for each
   * @param tree in which the categories stand
   */
  CategoryCaps(List<RuleData> rules, CategoryTree tree) {
    this.tree = tree;
    for (RuleData rule : rules) {
      int maximum = rule.maximum() == null ? Integer.MAX_VALUE : rule.maximum();
      if (rule.match().categories().isEmpty()) {
        each = Math.min(each, maximum);
      }
      rule.match().categories().forEach(category -> named.merge(category, maximum, Math::min));
    }
  }

  /** A list that has no items yet. */
  Count count() {
    return new Count();
  }

  /** The items of a list, by category. */
  final class Count {
    private final Map<String, Integer> present = new HashMap<>();
    private final Map<String, Integer> below = new HashMap<>();

    /** Adds an item, whether there is room or not. */
    void add(String category) {
      if (!unlimited()) {
        present.merge(category, 1, Integer::sum);
        tree.path(category).forEach(above -> below.merge(above, 1, Integer::sum));
      }
    }

    boolean hasRoom(String category) {
      return unlimited()
          || category.isEmpty()
          || (present.getOrDefault(category, 0) < each
              && tree.path(category).stream().allMatch(this::isOpen));
    }

    private boolean isOpen(String category) {
      return below.getOrDefault(category, 0) < named.getOrDefault(category, Integer.MAX_VALUE);
    }

    private boolean unlimited() {
      return named.isEmpty() && each == Integer.MAX_VALUE;
    }
  }
}
