package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrialModelsTest {
  private final List<Integer> loadedOnes = new ArrayList<>();
  private final List<String> closedOnes = new ArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private final TrialModels<String> models =
      new TrialModels<>(this::load, closedOnes::add, now::get);

  private String load(int version) {
    if (version < 0) {
      throw new IllegalStateException("damaged");
    }
    loadedOnes.add(version);
    return "v" + version;
  }

  @Test
  void loadsAVersionOnce() {
    assertThat(models.get(3)).isSameAs(models.get(3));
    assertThat(loadedOnes).containsExactly(3);
  }

  @Test
  void givesBackTheOneThatWasAskedForLongestAgo() {
    for (int round = 0; round < 50; round++) {
      models.get(1); // However often the first was asked for, the latest must stay.
      models.get(2);
      now.incrementAndGet();
    }
    models.get(1);
    now.incrementAndGet();

    models.get(3);

    assertThat(closedOnes).containsExactly("v2");
    assertThat(models.get(3)).isEqualTo("v3");
    assertThat(models.get(1)).isEqualTo("v1");
    assertThat(loadedOnes).containsExactly(1, 2, 3);
  }

  @Test
  void givesBackWhatNobodyAsksForAnyMore() {
    models.get(1);
    now.addAndGet(TrialModels.UNUSED.toNanos() + 1);

    models.get(2);

    assertThat(closedOnes).containsExactly("v1");
  }

  @Test
  void givesEverythingBackAtTheEnd() {
    models.get(1);
    models.get(2);

    models.close();

    assertThat(closedOnes).containsExactlyInAnyOrder("v1", "v2");
  }

  @Test
  void whatCannotBeLoadedTakesNoPlace() {
    models.get(1);
    assertThatThrownBy(() -> models.get(-1)).hasMessage("damaged");

    models.get(2);

    assertThat(closedOnes).isEmpty();
  }
}
