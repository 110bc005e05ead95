package org.pitchwright.behavior.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pitchwright.behavior.EventDraft;

/** Ids that are made for rows without one. */
class EventIdentityPropertyTest {
  @Property(tries = 200)
  void theSameRowsGetTheSameIdsAndNoTwoRowsShareOne(@ForAll("rows") List<List<String>> rows) {
    List<String> once = ids(rows);
    List<String> again = ids(rows);

    assertThat(again).isEqualTo(once);
    assertThat(new HashSet<>(once)).hasSameSizeAs(once);
  }

  @Property(tries = 200)
  void valuesDoNotFlowIntoEachOther(@ForAll("rows") List<List<String>> rows) {
    HashSet<List<String>> different = new HashSet<>(rows);
    HashSet<String> ids = new HashSet<>();
    different.forEach(row -> ids.add(new EventIdentity().of(row.toArray(String[]::new))));

    assertThat(ids).hasSameSizeAs(different);
  }

  /** A resumed import gives each row the id that it would have got without the interruption. */
  @Property(tries = 50)
  void idsAreTheSameFromAnyCheckpointOn(@ForAll("rows") List<List<String>> rows)
      throws IOException {
    StringBuilder file = new StringBuilder("customer_id,item_id,rating,at\n");
    rows.forEach(row -> file.append("c,i").append(row.get(0).length()).append(",5,2026-01-01\n"));
    List<ImportRow> whole = ImportedRows.events(file.toString());

    for (int i = 0; i < whole.size(); i++) {
      ImportRow last = whole.get(i);
      ImportState state =
          new ImportState(last.end(), last.lastLine(), i + 1, i + 1, 0, 0, Map.of(), 0);

      assertThat(ids(ImportedRows.events(file.toString(), state), 0)).isEqualTo(ids(whole, i + 1));
    }
  }

  private static List<String> ids(List<ImportRow> rows, int from) {
    return rows.stream().skip(from).map(row -> ((EventDraft) row.value()).eventId()).toList();
  }

  private static List<String> ids(List<List<String>> rows) {
    EventIdentity identity = new EventIdentity();
    return rows.stream().map(row -> identity.of(row.toArray(String[]::new))).toList();
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    return Arbitraries.strings()
        .withChars("ab")
        .ofMaxLength(3)
        .list()
        .ofSize(2)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }
}
