package org.pitchwright.recommendation.relations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.governance.Audit;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.recommendation.rules.RuleChecks;
import org.pitchwright.sql.Database;

/** The tree in which the categories of the catalogue stand. */
@ApplicationScoped
@Transactional
public class Categories {
  /** How many categories may stand below others. */
  public static final int MAX_PLACED = 10_000;

  private static final String PUT =
      "INSERT INTO category_place AS c (category, parent, updated_by) VALUES (?, ?, ?)"
          + " ON CONFLICT (category) DO UPDATE SET parent = excluded.parent,"
          + " version = c.version + 1, updated_at = now(), updated_by = excluded.updated_by";

  @Inject private Database database;
  @Inject private Catalog catalog;
  @Inject private Audit audit;

  /**
   * A category and its place.
   *
   * @param parent null at the top
   * @param items active items of this very category, without those below
   * @param version counts its moves; 0 if it was never moved
   */
  public record Placed(String category, @Nullable String parent, long items, long version) {}

  /** The tree. */
  public CategoryTree tree() {
    Map<String, String> parents = new HashMap<>();
    database.list(RelationRows.PARENTS, row -> parents.put(row.getString(1), row.getString(2)));
    return new CategoryTree(parents);
  }

  /** All categories that the catalogue or the tree names, by name. */
  public List<Placed> all() {
    Map<String, Long> counts = catalog.categories();
    Map<String, Placed> moved = new HashMap<>();
    database.list(
        "SELECT category, parent, version FROM category_place",
        row ->
            moved.put(
                row.getString(1),
                new Placed(row.getString(1), row.getString(2), 0, row.getLong(3))));
    TreeSet<String> names = new TreeSet<>(counts.keySet());
    names.remove("");
    for (Placed place : moved.values()) {
      if (place.parent() != null) {
        names.add(place.category());
        names.add(place.parent());
      }
    }
    List<Placed> all = new ArrayList<>();
    for (String name : names) {
      Placed place = moved.getOrDefault(name, new Placed(name, null, 0, 0));
      all.add(new Placed(name, place.parent(), counts.getOrDefault(name, 0L), place.version()));
    }
    return all;
  }

  /** A category, if the catalogue or the tree names it. */
  public Optional<Placed> find(String category) {
    return all().stream().filter(place -> place.category().equals(category)).findFirst();
  }

  /** The version of a category's place; 0 if it was never moved. */
  public long version(String category) {
    return database
        .first(
            "SELECT version FROM category_place WHERE category = ?",
            row -> row.getLong(1),
            category)
        .orElse(0L);
  }

  /**
   * Puts a category below another, with everything below it; rules heed it from the next list on.
   *
   * @param parent null for the top
   * @param expectedVersion the version that the caller has seen; null to take whatever is there
   * @return the new version
   * @throws ProblemException if nobody knows the category, it would lie below itself or too deep,
   *     or the version is another one
   */
  public long move(
      String category, @Nullable String parent, @Nullable Long expectedVersion, String by) {
    checkName("category", category);
    if (parent != null) {
      checkName("parent", parent);
    }
    RevisionLock.take(database);
    long version = version(category);
    RevisionLock.check(expectedVersion, version, "place of category " + category);
    if (find(category).isEmpty()) {
      throw ProblemException.notFound("category", category);
    }
    if (parent != null) {
      checkPlace(category, parent);
    }
    database.update(PUT, category, parent, by);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("parent", parent == null ? "" : parent);
    audit.record(by, "category.move", "category", category, facts);
    return version + 1;
  }

  private static void checkName(String member, String name) {
    if (name.isBlank() || name.length() > RuleChecks.MAX_CATEGORY || name.indexOf('\0') >= 0) {
      throw ProblemException.invalid(
          "/" + member, member + " must have 1 to " + RuleChecks.MAX_CATEGORY + " characters");
    }
  }

  private void checkPlace(String category, String parent) {
    CategoryTree tree = tree();
    List<String> above = tree.path(parent);
    if (above.contains(category)) {
      throw ProblemException.invalid(
          "/parent", "Category " + parent + " lies below " + category + ", or is the same");
    }
    if (above.size() + tree.height(category) > CategoryTree.MAX_DEPTH) {
      throw ProblemException.invalid(
          "/parent", "Categories may stand " + CategoryTree.MAX_DEPTH + " levels deep");
    }
    if (tree.parent(category) == null && tree.categories().size() >= MAX_PLACED) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "There are " + MAX_PLACED + " categories in the tree already");
    }
  }
}
