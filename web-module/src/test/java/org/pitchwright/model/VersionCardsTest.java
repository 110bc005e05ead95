package org.pitchwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionCardsTest {
  private static VersionCard card(Map<String, Object> metrics, Map<String, Object> parameters) {
    return VersionCards.of(
        new ModelVersion(
            "recommender",
            7,
            new ModelVersion.NewModel(metrics, parameters, "sha256:1", null, "test"),
            null,
            OffsetDateTime.parse("2026-11-01T10:00:00Z")));
  }

  @Test
  void aVersionOfAnOlderProgramSaysWhatItLacks() {
    VersionCard card =
        card(
            Map.of(
                "ndcg@10",
                .2,
                "ndcg@10.lower",
                .19,
                "ndcg@10.upper",
                .21,
                "popularity",
                Map.of("ndcg@10", .05)),
            Map.of("trainingSeconds", 12.5));

    assertThat(card.groups()).isEmpty();
    assertThat(card.exposure()).isNull();
    assertThat(card.size()).isNull();
    assertThat(card.data().customers()).isNull();
    assertThat(card.training().peakMemoryMiB()).isNull();
    assertThat(card.limits())
        .extracting(VersionCard.Limit::code)
        .contains(ModelLimit.GROUPS_UNKNOWN, ModelLimit.OFFLINE)
        .doesNotContain(ModelLimit.NOT_MEASURED, ModelLimit.UNCERTAIN);
  }

  @Test
  void theLastEvaluationCountsMoreThanTheTraining() {
    VersionCard.Accuracy accuracy =
        card(
                Map.of(
                    "ndcg@10",
                    .3,
                    "ndcg@10.lower",
                    .1,
                    "ndcg@10.upper",
                    .2,
                    "evaluation",
                    Map.of(
                        "cases", 500,
                        "ndcg@10Confidence", Map.of("lower", .28, "upper", .32),
                        "popularity", Map.of("ndcg@10", .04))),
                Map.of())
            .accuracy();

    assertThat(accuracy).isEqualTo(new VersionCard.Accuracy(.3, .28, .32, null, .04, 500L));
  }

  @Test
  void warnsOfGroupsThatAreServedWorseAndOfFewItemsThatGetAll() {
    VersionCard card =
        card(
            Map.of(
                "ndcg@10", .3,
                "exposure",
                    Map.of(
                        "items",
                        100.0,
                        "coverage",
                        .4,
                        "top1Percent",
                        .3,
                        "top10Percent",
                        .7,
                        "gini",
                        .8),
                "fairness",
                    Map.of(
                        "historyLength.01-05.cases", 80.0,
                        "historyLength.01-05.ndcg@10", .1,
                        "historyLength.01-05.ndcg@10.lower", .05,
                        "historyLength.01-05.ndcg@10.upper", .15,
                        "historyLength.01-05.hr@10", .2)),
            Map.of());

    assertThat(card.groups())
        .containsExactly(new VersionCard.Group("historyLength", "01-05", 80, .1, .05, .15, .2));
    assertThat(card.limits())
        .extracting(VersionCard.Limit::code)
        .contains(ModelLimit.UNEVEN, ModelLimit.CONCENTRATED);
  }

  @Test
  void whatNobodyHasMeasuredIsSaid() {
    VersionCard card = card(Map.of(), Map.of());

    assertThat(card.accuracy()).isNull();
    assertThat(card.limits())
        .extracting(VersionCard.Limit::code)
        .first()
        .isEqualTo(ModelLimit.NOT_MEASURED);
  }
}
