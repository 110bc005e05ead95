package org.pitchwright.governance;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.json.Json;
import org.pitchwright.paging.Cursor;
import org.pitchwright.paging.Page;
import org.pitchwright.sql.Database;
import org.pitchwright.sql.Like;

/** Reads the audit, latest first. */
@Stateless
public class AuditTrail {
  @Inject private Database database;

  /** An act of consequence: who, what, on what, and further facts. */
  public record Entry(
      long id,
      OffsetDateTime at,
      String actor,
      String action,
      String subjectKind,
      String subjectId,
      Map<String, Object> detail) {}

  /**
   * A page of the audit.
   *
   * @param words part of actor, action or subject; null or empty for all
   * @param limit 1 to {@value Page#MAX_LIMIT}
   */
  public Page<Entry> search(@Nullable String words, int limit, @Nullable String cursor) {
    String wanted = words == null ? "" : words.strip();
    long before = Cursor.decodeNumber(cursor);
    List<Entry> rows =
        database.list(
            "SELECT id, at, actor, action, subject_kind, subject_id, detail FROM audit_record"
                + " WHERE id < ? AND (? = '' OR (actor || ' ' || action || ' ' || subject_kind"
                + " || ' ' || subject_id) ILIKE ?) ORDER BY id DESC LIMIT ?",
            row ->
                new Entry(
                    row.getLong("id"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("subject_kind"),
                    row.getString("subject_id"),
                    Json.readMap(row.getString("detail"))),
            before,
            wanted,
            Like.containing(wanted),
            limit + 1);
    return Page.of(rows, limit, entry -> Long.toString(entry.id()));
  }
}
