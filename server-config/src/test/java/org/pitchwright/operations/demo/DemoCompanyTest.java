package org.pitchwright.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCompanyTest {
  private static final List<String> FILES = List.of("items.csv", "customers.csv", "events.csv");

  @TempDir private Path folder;

  @Test
  void theSameSeedAndMomentGiveTheSameBytesInEveryLocale() throws IOException {
    DemoCompany.write(folder.resolve("first"), 7, WrittenCompany.NOW);
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      DemoCompany.write(folder.resolve("second"), 7, WrittenCompany.NOW);
    } finally {
      Locale.setDefault(usual);
    }

    for (String name : FILES) {
      assertThat(folder.resolve("second").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("first").resolve(name));
    }
  }

  @Test
  void anotherSeedGivesAnotherCompany() {
    Vocabularies vocabularies = Vocabularies.load();
    HalfYear halfYear = new HalfYear(WrittenCompany.NOW);
    LocalDate today = WrittenCompany.NOW.toLocalDate();

    assertThat(new CatalogGenerator(vocabularies, 7, today).generate())
        .isNotEqualTo(new CatalogGenerator(vocabularies, 8, today).generate());
    assertThat(new ShopperGenerator(vocabularies, 7, halfYear).generate(50, 0))
        .isNotEqualTo(new ShopperGenerator(vocabularies, 8, halfYear).generate(50, 0));
  }

  @ParameterizedTest
  @CsvSource({"1, 2026-01-15T03:00:00Z", "-9000000000, 2027-07-31T23:59:59.999-08:00"})
  void theSizesHoldForAnySeedAndSeason(long seed, OffsetDateTime now) throws IOException {
    DemoSummary summary = DemoCompany.write(folder, seed, now);

    assertThat(summary.items()).isBetween(2_300, 2_600);
    assertThat(summary.customers()).isEqualTo(5_000);
    assertThat(summary.events()).isEqualTo(200_000);
    assertThat(Files.readAllLines(folder.resolve("events.csv"))).hasSize(200_001);
  }

  @Test
  void everyKeyOccursOnce() {
    WrittenCompany company = WrittenCompany.usual();

    Set<String> items = new HashSet<>();
    company.items().forEach(row -> items.add(row.get("item_id")));
    Set<String> customers = new HashSet<>();
    company.customers().forEach(row -> customers.add(row.get("customer_id")));

    assertThat(items).hasSize(company.items().size());
    assertThat(customers).hasSize(company.customers().size());
  }
}
