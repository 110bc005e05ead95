package org.pitchwright.recommendation.relations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which category lies below which. Immutable; a category that it does not name is at the top. */
public final class CategoryTree {
  /** How many categories may stand above one another. */
  public static final int MAX_DEPTH = 20;

  /** All categories side by side. */
  public static final CategoryTree FLAT = new CategoryTree(Map.of());

  private final Map<String, String> parents;
  private final Map<String, List<String>> children = new HashMap<>();

  /**
   * A tree.
   *
   * @param parents each category with the one above it; without circles
   */
  public CategoryTree(Map<String, String> parents) {
    this.parents = Map.copyOf(parents);
    this.parents.forEach(
        (category, parent) ->
            children.computeIfAbsent(parent, above -> new ArrayList<>()).add(category));
  }

  /** The category above one; null at the top. */
  public @Nullable String parent(String category) {
    return parents.get(category);
  }

  /** Categories that stand right below one, in no order. */
  public List<String> children(String category) {
    return children.getOrDefault(category, List.of());
  }

  /** A category and those above it, up to the top. */
  public List<String> path(String category) {
    if (parents.isEmpty()) {
      return List.of(category);
    }
    List<String> path = new ArrayList<>();
    for (String here = category; here != null && path.size() <= MAX_DEPTH; here = parent(here)) {
      path.add(here);
    }
    return path;
  }

  /** Categories and everything below them. */
  public Set<String> withBelow(Collection<String> categories) {
    if (parents.isEmpty()) {
      return Set.copyOf(categories);
    }
    Set<String> all = new HashSet<>();
    List<String> open = new ArrayList<>(categories);
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (all.add(next)) {
        open.addAll(children(next));
      }
    }
    return Set.copyOf(all);
  }

  /** How many levels there are from a category down, itself counted. */
  int height(String category) {
    int below = 0;
    for (String child : children(category)) {
      below = Math.max(below, height(child));
    }
    return below + 1;
  }

  /** Every category that the tree names. */
  public Set<String> categories() {
    Set<String> all = new HashSet<>(parents.keySet());
    all.addAll(parents.values());
    return all;
  }
}
