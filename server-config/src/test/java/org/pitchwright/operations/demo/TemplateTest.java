package org.pitchwright.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Map<String, String> FACTS =
      Map.of("colour", "lake blue", "drive", "electric", "weight", "1.2 kg");

  @Test
  void fillsInAsWrittenCapitalisedOrSmall() {
    assertThat(Template.fill("{colour}, {Colour}, {colour:cap}", FACTS))
        .isEqualTo("lake blue, Lake Blue, Lake blue");
  }

  @Test
  void choosesTheArticleByTheValue() {
    assertThat(Template.fill("A {drive} grinder, a {weight} bag", FACTS))
        .isEqualTo("An electric grinder, a 1.2 kg bag");
  }

  @Test
  void refusesAPlaceForWhichThereIsNoFact() {
    assertThatThrownBy(() -> Template.fill("{size} pan", FACTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{size}");
  }
}
