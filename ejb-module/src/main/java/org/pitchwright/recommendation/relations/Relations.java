package org.pitchwright.recommendation.relations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.governance.Audit;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.ProblemKind;
import org.pitchwright.problem.Violation;
import org.pitchwright.sql.Database;

/** How items belong together, and who says so. */
@ApplicationScoped
@Transactional
public class Relations {
  /** How many relations people may make: all servers keep them in memory. */
  public static final int MAX_BY_HAND = 20_000;

  private static final String SELECT =
      "SELECT " + RelationRows.COLUMNS + " FROM item_relation WHERE ";

  private static final String SEPARATOR = "\u0001";

  /** After the three parts of a cursor, which are empty before the first page. */
  private static final String AFTER =
      " AND (kind, from_item, to_item) > (split_part(?, chr(1), 1), split_part(?, chr(1), 2),"
          + " split_part(?, chr(1), 3)) ORDER BY kind, from_item, to_item LIMIT ?";

  private static final String ONE = "kind = ? AND from_item = ? AND to_item = ?";

  private static final String PUT =
      "INSERT INTO item_relation AS r (kind, from_item, to_item, state, origin, note, updated_by)"
          + " VALUES (?, ?, ?, ?, 'HAND', ?, ?)"
          + " ON CONFLICT (kind, from_item, to_item) DO UPDATE SET state = excluded.state,"
          + " origin = 'HAND', note = excluded.note, version = r.version + 1,"
          + " updated_at = now(), updated_by = excluded.updated_by";

  @Inject private Database database;
  @Inject private Catalog catalog;
  @Inject private Audit audit;

  /** What a change did, and the version that it made. */
  public record Put(boolean created, long version) {}

  /** A page of relations, by kind and items. */
  public Page<Relation> list(RelationFilter filter, int limit, @Nullable String cursor) {
    List<Object> values = filter.values();
    values.addAll(Collections.nCopies(3, Cursor.decode(cursor)));
    values.add(limit + 1);
    List<Relation> rows =
        database.list(
            SELECT + filter.condition() + AFTER, RelationRows::relation, values.toArray());
    return Page.of(
        rows,
        limit,
        row ->
            String.join(
                SEPARATOR,
                row.key().kind().name(),
                row.key().from().value(),
                row.key().to().value()));
  }

  /** The relations of an item: those of people first, then those with most behind them. */
  public List<Relation> around(ItemId item, int limit) {
    return database.list(
        SELECT
            + "? IN (from_item, to_item) ORDER BY state, origin DESC, log_likelihood DESC NULLS"
            + " FIRST, kind, from_item, to_item LIMIT ?",
        RelationRows::relation,
        item.value(),
        limit);
  }

  /** The relations of a state that have most behind them, those of people first. */
  public List<Relation> strongest(RelationState state, int limit) {
    return database.list(
        SELECT
            + "state = ? ORDER BY origin DESC, log_likelihood DESC NULLS FIRST, kind, from_item,"
            + " to_item LIMIT ?",
        RelationRows::relation,
        state.name(),
        limit);
  }

  /** A relation, if there is one. */
  public Optional<Relation> find(RelationKey key) {
    return database.first(SELECT + ONE, RelationRows::relation, values(key));
  }

  private static Object[] values(RelationKey key) {
    return new Object[] {key.kind().name(), key.from().value(), key.to().value()};
  }

  /**
   * Says that a relation holds, or that it does not; it counts from the next list on, on every
   * server.
   *
   * @param state ACTIVE or REJECTED
   * @param note why; null to say nothing
   * @param expectedVersion the version that the caller has seen; null to take whatever is there, 0
   *     to insist that there is none yet
   * @throws ProblemException if it cannot hold beside the others, an item is not known, or the
   *     version is another one
   */
  public Put put(
      RelationKey key,
      RelationState state,
      @Nullable String note,
      @Nullable Long expectedVersion,
      String by) {
    RevisionLock.checkNote(note);
    checkItems(key);
    RevisionLock.take(database);
    Optional<Relation> present = find(key);
    long version = present.map(Relation::version).orElse(0L);
    RevisionLock.check(expectedVersion, version, "relation " + key);
    if (state == RelationState.ACTIVE) {
      checkPlace(key);
    }
    if (present.isEmpty() || present.get().origin() == RelationOrigin.DATA) {
      checkRoom();
    }
    write(key, state, note, by);
    audit.record(
        by,
        present.isEmpty() ? "relation.create" : "relation.update",
        "relation",
        key.toString(),
        facts(key, state, note));
    return new Put(present.isEmpty(), version + 1);
  }

  private void write(RelationKey key, RelationState state, @Nullable String note, String by) {
    database.update(
        PUT,
        key.kind().name(),
        key.from().value(),
        key.to().value(),
        state.name(),
        note == null || note.isBlank() ? null : note,
        by);
  }

  private void checkItems(RelationKey key) {
    Set<ItemId> known = catalog.findAll(List.of(key.from(), key.to())).keySet();
    List<Violation> found = new ArrayList<>();
    for (ItemId item : List.of(key.from(), key.to())) {
      if (!known.contains(item)) {
        found.add(
            new Violation(item.equals(key.from()) ? "/from" : "/to", "There is no item " + item));
      }
    }
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }

  /** Refuses what would contradict the relations that are there. */
  private void checkPlace(RelationKey key) {
    switch (key.kind()) {
      case BOUGHT_TOGETHER -> {}
      case ACCESSORY_OF -> {
        RelationKey reverse = new RelationKey(key.kind(), key.to(), key.from());
        if (find(reverse).filter(other -> other.state() == RelationState.ACTIVE).isPresent()) {
          throw conflict("Item " + key.to() + " is an accessory of " + key.from() + " already");
        }
      }
      case REPLACES -> checkSuccession(key);
    }
  }

  private void checkSuccession(RelationKey key) {
    Optional<String> other = successor(key.to());
    if (other.isPresent() && !other.get().equals(key.from().value())) {
      throw conflict(
          "Item " + key.to() + " has a successor already: " + other.get() + "; remove that first");
    }
    Optional<String> next = successor(key.from());
    while (next.isPresent()) {
      if (next.get().equals(key.to().value())) {
        throw conflict("Item " + key.to() + " is a successor of " + key.from() + " itself");
      }
      next = successor(new ItemId(next.get()));
    }
  }

  private Optional<String> successor(ItemId item) {
    return database.first(
        "SELECT from_item FROM item_relation"
            + " WHERE kind = 'REPLACES' AND state = 'ACTIVE' AND to_item = ?",
        row -> row.getString(1),
        item.value());
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(ProblemKind.CONFLICT, detail);
  }

  private void checkRoom() {
    long present =
        database
            .first(
                "SELECT count(*) FROM item_relation WHERE origin = 'HAND'", row -> row.getLong(1))
            .orElse(0L);
    if (present >= MAX_BY_HAND) {
      throw conflict("There are " + MAX_BY_HAND + " relations by hand already; remove some");
    }
  }

  /**
   * Takes a relation away; it counts no more from the next list on. One that the data say is kept
   * as refused, so that the job does not bring it back; one that was refused is forgotten.
   *
   * @param expectedVersion the version that the caller has seen; null to take whatever is there
   * @throws ProblemException if there is no such relation, or the version is another one
   */
  public void remove(RelationKey key, @Nullable Long expectedVersion, String by) {
    RevisionLock.take(database);
    Relation present = find(key).orElseThrow(() -> ProblemException.notFound("relation", key));
    RevisionLock.check(expectedVersion, present.version(), "relation " + key);
    if (present.origin() == RelationOrigin.DATA) {
      write(key, RelationState.REJECTED, null, by);
    } else {
      database.update("DELETE FROM item_relation WHERE " + ONE, values(key));
    }
    audit.record(
        by,
        present.origin() == RelationOrigin.DATA ? "relation.reject" : "relation.delete",
        "relation",
        key.toString(),
        facts(key, present.state(), present.note()));
  }

  private static Map<String, Object> facts(
      RelationKey key, RelationState state, @Nullable String note) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("kind", key.kind().name());
    facts.put("from", key.from().value());
    facts.put("to", key.to().value());
    facts.put("state", state.name());
    if (note != null) {
      facts.put("note", note);
    }
    return facts;
  }
}
