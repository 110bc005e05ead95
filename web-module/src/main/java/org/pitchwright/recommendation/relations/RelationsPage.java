package org.pitchwright.recommendation.relations;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Texts;
import org.pitchwright.frame.Toasts;
import org.pitchwright.problem.ProblemException;
import org.primefaces.model.DefaultOrganigramNode;
import org.primefaces.model.OrganigramNode;

/** An item with everything that belongs to it, and the decisions that a person may take. */
@Named
@ViewScoped
public class RelationsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;
  private static final int STRONGEST = 12;
  private static final int SUGGESTED = 5;
  private static final int IN_PICTURE = 6;
  private static final Set<String> FIELDS = Set.of("other", "note");

  @Inject private Relations relations;
  @Inject private RelationWords words;
  @Inject private Person person;
  @Inject private Texts texts;
  @Inject private Toasts toasts;

  private @Nullable String item;
  private @Nullable String other;
  private @Nullable String note;
  private RelationRole role = RelationRole.HAS_ACCESSORY;
  private transient @Nullable List<RelationLine> lines;
  private transient @Nullable List<RelationLine> suggestions;

  /**
   * A place of the picture.
   *
   * @param item key of the item that stands there; null for a group
   */
  public record Place(@Nullable String item, String title) implements Serializable {}

  public boolean isWriter() {
    return person.may("campaign:write");
  }

  /** The key of the item that is looked at; null for the strongest relations of all. */
  public @Nullable String getItem() {
    return item;
  }

  /** Looks at the item that the address names, when the page is opened. */
  public void setItem(@Nullable String key) {
    if (!Faces.isPostback()) {
      item = key == null || key.isBlank() ? null : key;
    }
  }

  /** The title of the item that is looked at. */
  public String getTitle() {
    String key = item;
    return key == null ? "" : words.title(new ItemId(key));
  }

  /** Empty again once an item was chosen. */
  public @Nullable String getItemToShow() {
    return null;
  }

  public void setItemToShow(@Nullable String key) {
    if (key != null && !key.isBlank()) {
      item = key;
    }
  }

  /** Opens the page of the item that was chosen, so that its address can be kept and passed on. */
  public void show() {
    Faces.redirect("relations.xhtml?item=%s", item);
  }

  /** The relations of the item, or the strongest of all. */
  public List<RelationLine> getLines() {
    List<RelationLine> known = lines;
    if (known == null) {
      String key = item;
      known =
          key == null
              ? words.of(relations.strongest(RelationState.ACTIVE, STRONGEST))
              : words.around(new ItemId(key), relations.around(new ItemId(key), SHOWN));
      lines = known;
    }
    return known;
  }

  /** What the job suggests and nobody has decided yet; none while an item is looked at. */
  public List<RelationLine> getSuggestions() {
    List<RelationLine> known = suggestions;
    if (known == null) {
      known =
          item == null
              ? words.of(relations.strongest(RelationState.SUGGESTED, SUGGESTED))
              : List.of();
      suggestions = known;
    }
    return known;
  }

  /** The item with what belongs to it, in groups. */
  public OrganigramNode getPicture() {
    OrganigramNode root = node("item", new Place(item, getTitle()), null);
    for (RelationRole each : RelationRole.values()) {
      List<RelationLine> group =
          getLines().stream()
              .filter(line -> line.role() == each && counts(line))
              .limit(IN_PICTURE)
              .toList();
      if (!group.isEmpty()) {
        OrganigramNode head =
            node("group", new Place(null, texts.of("relations.role", each)), root);
        group.forEach(line -> node("neighbour", new Place(line.other(), line.otherTitle()), head));
      }
    }
    return root;
  }

  private static OrganigramNode node(String type, Place place, @Nullable OrganigramNode parent) {
    OrganigramNode node = new DefaultOrganigramNode(type, place, parent);
    node.setCollapsible(false);
    node.setSelectable(false);
    return node;
  }

  private static boolean counts(RelationLine line) {
    return !line.rejected() && !line.suggested();
  }

  /** Whether anything stands beside the item in the picture. */
  public boolean isPictured() {
    return item != null && getLines().stream().anyMatch(RelationsPage::counts);
  }

  public List<RelationRole> getRoles() {
    return Arrays.asList(RelationRole.values());
  }

  /** Makes a relation by hand. */
  public void add() {
    String key = item;
    boolean done =
        toasts.attempt(
            () -> {
              person.require("campaign:write");
              relations.put(keyTo(key), RelationState.ACTIVE, note, null, person.getName());
            },
            FIELDS);
    if (done) {
      toasts.done("relations.saved");
      other = null;
      note = null;
      forget();
    }
  }

  private RelationKey keyTo(@Nullable String key) {
    String chosen = other;
    if (key == null || chosen == null || chosen.isBlank()) {
      throw ProblemException.invalid("/other", texts.text("relations.other.missing"));
    }
    try {
      return role.key(new ItemId(key), new ItemId(chosen));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("/other", String.valueOf(e.getMessage()));
    }
  }

  /** Agrees to what the job suggests or a person refused before. */
  public void confirm(String id) {
    decide(
        id,
        relation ->
            relations.put(
                relation.key(),
                RelationState.ACTIVE,
                relation.note(),
                relation.version(),
                person.getName()),
        "relations.saved");
  }

  /** Takes a relation away, or refuses what the data say. */
  public void remove(String id) {
    decide(
        id,
        relation -> relations.remove(relation.key(), relation.version(), person.getName()),
        "relations.removed");
  }

  private void decide(String id, Consumer<Relation> decision, String done) {
    boolean decided =
        toasts.attempt(
            () -> {
              person.require("campaign:write");
              shown(id).ifPresent(line -> decision.accept(line.relation()));
            });
    if (decided) {
      toasts.done(done);
    }
    forget();
  }

  private Optional<RelationLine> shown(String id) {
    return Stream.concat(getLines().stream(), getSuggestions().stream())
        .filter(line -> line.id().equals(id))
        .findFirst();
  }

  private void forget() {
    lines = null;
    suggestions = null;
  }

  public @Nullable String getOther() {
    return other;
  }

  public void setOther(@Nullable String other) {
    this.other = other;
  }

  public @Nullable String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = note;
  }

  public RelationRole getRole() {
    return role;
  }

  public void setRole(RelationRole role) {
    this.role = role;
  }
}
