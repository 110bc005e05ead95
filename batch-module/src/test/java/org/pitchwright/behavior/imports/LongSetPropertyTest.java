package org.pitchwright.behavior.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongSetPropertyTest {
  @Property(tries = 50)
  void answersAsASetDoes(
      @ForAll @Size(min = 1, max = 10_000) List<@LongRange(min = -9, max = 9_000) Long> values) {
    LongSet set = new LongSet();
    Set<Long> model = new HashSet<>();

    for (long value : values) {
      assertThat(set.add(value)).isEqualTo(model.add(value));
    }
  }
}
