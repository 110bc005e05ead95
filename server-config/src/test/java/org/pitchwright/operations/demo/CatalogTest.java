package org.pitchwright.operations.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<Map<String, String>> items = WrittenCompany.usual().items();

  @Test
  void hasTwelveCategoriesOfSimilarSizeInTwoLanguages() {
    Map<String, Long> categories =
        items.stream().collect(groupingBy(i -> i.get("category"), counting()));
    Map<String, Long> languages =
        items.stream()
            .collect(groupingBy(i -> i.get("language") + "/" + i.get("currency"), counting()));

    assertThat(categories).hasSize(12).allSatisfy((name, n) -> assertThat(n).isBetween(150L, 260L));
    assertThat(languages).containsOnlyKeys("zh/CNY", "en/USD");
    assertThat(languages.values()).allSatisfy(n -> assertThat(n).isGreaterThan(1_000L));
  }

  @Test
  void noTextHasAPlaceLeftOpenOrTheWrongScript() {
    for (Map<String, String> item : items) {
      String text = item.get("title") + " " + item.get("description");
      boolean chinese = item.get("language").equals("zh");

      assertThat(text)
          .doesNotContain("{", "}", "null", "TODO", "@", "  ")
          .doesNotContainIgnoringCase("lorem");
      assertThat(text.codePoints().anyMatch(Character::isIdeographic)).isEqualTo(chinese);
    }
  }

  @Test
  void everyItemHasATitleOfItsOwnAndOneToThreeSentences() {
    assertThat(items).extracting(i -> i.get("title")).doesNotHaveDuplicates();
    for (Map<String, String> item : items) {
      String description = item.get("description");
      boolean chinese = item.get("language").equals("zh");
      long sentences =
          chinese
              ? description.chars().filter(c -> c == '。').count()
              : description.split("(?<=\\.)(?= [A-Z0-9])").length;

      assertThat(description).endsWith(chinese ? "。" : ".");
      assertThat(sentences).as(description).isBetween(1L, 3L);
    }
  }

  @Test
  void englishHasTheRightArticle() {
    List<Map<String, String>> english =
        items.stream().filter(i -> i.get("language").equals("en")).toList();

    assertThat(english)
        .extracting(i -> i.get("description"))
        .allSatisfy(
            text -> assertThat(text).doesNotContainPattern("\\b[Aa] (?!one|us|UPF)[aeiouAEIO]"));
  }

  @Test
  void factsInAttributesNameBrandKindAndLaunch() throws JsonProcessingException {
    LocalDate today = WrittenCompany.NOW.toLocalDate();
    for (Map<String, String> item : items) {
      JsonNode attributes = JSON.readTree(item.get("attributes"));

      assertThat(attributes.path("brand").asText()).isNotEmpty();
      assertThat(attributes.path("kind").asText()).isNotEmpty();
      assertThat(LocalDate.parse(attributes.path("launchedOn").asText())).isBefore(today);
    }
  }

  @Test
  void pricesArePositiveAndDearWhereTheyShouldBe() {
    assertThat(items)
        .allSatisfy(i -> assertThat(new BigDecimal(i.get("price"))).isGreaterThan(BigDecimal.ONE));
    assertThat(medianPrice("computers", "en")).isGreaterThan(2 * medianPrice("books", "en"));
    assertThat(medianPrice("coffee", "zh")).isBetween(50.0, 400.0);
  }

  private double medianPrice(String category, String language) {
    double[] prices =
        items.stream()
            .filter(i -> i.get("category").equals(category) && i.get("language").equals(language))
            .mapToDouble(i -> Double.parseDouble(i.get("price")))
            .sorted()
            .toArray();
    return prices[prices.length / 2];
  }

  @Test
  void twoToThreePercentAreNoLongerSold() {
    long inactive = items.stream().filter(i -> i.get("active").equals("false")).count();

    assertThat(inactive / (double) items.size()).isBetween(0.02, 0.03);
  }
}
