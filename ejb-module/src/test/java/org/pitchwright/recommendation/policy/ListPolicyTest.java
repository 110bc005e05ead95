package org.pitchwright.recommendation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pitchwright.problem.Violation;

class ListPolicyTest {
  private static List<String> pointers(ListPolicy policy) {
    return policy.violations().stream().map(Violation::pointer).toList();
  }

  @Test
  void eachMemberHasItsRange() {
    assertThat(pointers(ListPolicy.OFF)).isEmpty();
    assertThat(pointers(new ListPolicy(1, 1, .5, 200))).isEmpty();
    assertThat(pointers(new ListPolicy(1.01, -.1, .51, 9)))
        .containsExactly("/diversity", "/calibration", "/exploration", "/explorationPool");
    assertThat(pointers(new ListPolicy(Double.NaN, Double.POSITIVE_INFINITY, 0, 201)))
        .containsExactly("/diversity", "/calibration", "/explorationPool");
  }

  @Test
  void aPoolIsNeededOnlyWhereSomethingIsTried() {
    assertThat(new ListPolicy(1, 0, 0, 50).poolSize()).isZero();
    assertThat(new ListPolicy(0, 0, .1, 50).poolSize()).isEqualTo(50);
    assertThat(new ListPolicy(.5, .4, .1, 50).withoutExploration())
        .isEqualTo(new ListPolicy(.5, .4, 0, 50));
  }

  @Test
  void aPlaceWithoutAPolicyHasTheOneForEverywhere() {
    ListPolicy everywhere = new ListPolicy(.2, 0, .1, 50);
    ListPolicy cart = new ListPolicy(.9, 0, 0, 50);
    PoliciesInForce policies =
        PoliciesInForce.OFF
            .with(PolicyScenario.DEFAULT, everywhere)
            .with(new PolicyScenario("CART"), cart);

    assertThat(policies.of("HOME")).isEqualTo(everywhere);
    assertThat(policies.of("CART")).isEqualTo(cart);
    assertThat(policies.withoutExploration())
        .isEqualTo(new PoliciesInForce(everywhere.withoutExploration(), Map.of("CART", cart)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "preview", "exploration", "a\0b"})
  void someTextsNameNoPlace(String text) {
    assertThatThrownBy(() -> new PolicyScenario(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("scenario must");
  }
}
