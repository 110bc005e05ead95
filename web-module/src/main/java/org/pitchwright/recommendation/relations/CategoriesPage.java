package org.pitchwright.recommendation.relations;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;
import org.pitchwright.recommendation.relations.Categories.Placed;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.TreeNode;

/** The tree of categories, in which one can be moved by naming its new place. */
@Named
@ViewScoped
public class CategoriesPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Set<String> FIELDS = Set.of("category", "parent");

  @Inject private Categories categories;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable String category;
  private @Nullable String parent;
  private transient @Nullable TreeNode<Leaf> root;

  /** A category in the tree, with the number of its own active items. */
  public record Leaf(String category, long items) implements Serializable {}

  /** The tree, whole and open. */
  public TreeNode<Leaf> getRoot() {
    TreeNode<Leaf> known = root;
    if (known == null) {
      known = tree(categories.all());
      root = known;
    }
    return known;
  }

  private static TreeNode<Leaf> tree(List<Placed> all) {
    TreeNode<Leaf> top = new DefaultTreeNode<>(new Leaf("", 0), null);
    Map<String, TreeNode<Leaf>> nodes = new HashMap<>();
    for (Placed place : all) {
      TreeNode<Leaf> node = new DefaultTreeNode<>(new Leaf(place.category(), place.items()), null);
      node.setExpanded(true);
      nodes.put(place.category(), node);
    }
    Set<String> placed = new HashSet<>();
    for (Placed place : all) {
      TreeNode<Leaf> above = place.parent() == null ? top : nodes.get(place.parent());
      if (placed.add(place.category()) && above != null) {
        above.getChildren().add(nodes.get(place.category()));
      }
    }
    return top;
  }

  /** The names of all categories. */
  public List<String> getNames() {
    return categories.all().stream().map(Placed::category).toList();
  }

  /**
   * Takes the category of the form, with everything below it, below the one that is named there.
   */
  public void move() {
    String which = category == null ? "" : category;
    String below = parent == null ? "" : parent.strip();
    boolean moved =
        toasts.attempt(
            () -> {
              person.require("campaign:write");
              categories.move(which, below.isEmpty() ? null : below, null, person.getName());
            },
            FIELDS);
    if (moved) {
      toasts.done("categories.moved");
      parent = null;
    }
    root = null;
  }

  public @Nullable String getCategory() {
    return category;
  }

  public void setCategory(@Nullable String category) {
    this.category = category;
  }

  public @Nullable String getParent() {
    return parent;
  }

  public void setParent(@Nullable String parent) {
    this.parent = parent;
  }
}
