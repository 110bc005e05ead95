package org.pitchwright.governance;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.pitchwright.json.Json;
import org.pitchwright.json.JsonMapConverter;

/** The audit trail: written in the transaction of the act itself, never changed afterwards. */
@ApplicationScoped
public class Audit {
  @Resource(lookup = "jdbc/app")
  private DataSource dataSource;

  /**
   * Records an act of consequence.
   *
   * @param actor account or API client, or {@code system}
   * @param action what was done, for example {@code model.promote}
   * @param subjectKind kind of thing it was done to, for example {@code model}
   * @param subjectId its key
   * @param detail further facts, without secrets and without personal data
   */
  public void record(
      String actor,
      String action,
      String subjectKind,
      String subjectId,
      Map<String, Object> detail) {
    String sql =
        "INSERT INTO audit_record (actor, action, subject_kind, subject_id, detail)"
            + " VALUES (?, ?, ?, ?, ?)";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, actor);
      insert.setString(2, action);
      insert.setString(3, subjectKind);
      insert.setString(4, subjectId);
      insert.setObject(5, JsonMapConverter.jsonb(Json.write(detail)));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The audit record could not be written", e);
    }
  }
}
