package org.pitchwright.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
  @ParameterizedTest
  @CsvSource({"1,10", "7,3", "1000,10", "1000,500", "1000,1000", "1000,2147483647", "5000,499"})
  void theBestAreThoseOfASortedList(int count, int limit) {
    Random random = new Random(count);
    int[] numbers = random.ints(0, 1 << 30).distinct().limit(count).toArray();
    float[] scores = new float[count];
    for (int i = 0; i < count; i++) {
      scores[i] = (float) Math.rint(random.nextGaussian() * 20) / 10 + 0f; // Many ties, no -0.
    }
    List<Integer> sorted =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> 0f - scores[i]).thenComparing(i -> numbers[i]))
            .limit(limit)
            .toList();

    Ranking best = Ranking.best(3, numbers, scores, limit);

    assertThat(best.items()).containsExactly(sorted.stream().mapToInt(i -> numbers[i]).toArray());
    float[] expected = new float[sorted.size()];
    for (int place = 0; place < expected.length; place++) {
      expected[place] = scores[sorted.get(place)];
    }
    assertThat(best.scores()).containsExactly(expected);
    assertThat(best.complete()).isEqualTo(limit >= count);
  }
}
