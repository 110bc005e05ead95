package org.pitchwright.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pitchwright.problem.ProblemException;

class CursorTest {
  @Property
  void aKeyComesBackAsItWas(@ForAll("keys") String key) {
    assertThat(Cursor.decode(Cursor.encode(key))).isEqualTo(key);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> keys() {
    return net.jqwik.api.Arbitraries.strings()
        .withCharRange('\u0000', '\ud7ff')
        .withCharRange('\ue000', '\uffff')
        .ofMaxLength(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "AA", "e30", "%%%%", "gICA"})
  void whatIsNoCursorIsRefused(String text) {
    assertThatThrownBy(() -> Cursor.decode(text))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cursor");
  }

  @Test
  void theLastPageHasNoNext() {
    assertThat(Page.of(List.of("a", "b"), 2, key -> key).next()).isNull();
    assertThat(Page.of(List.of("a", "b", "c"), 2, key -> key).items()).containsExactly("a", "b");
    assertThat(Cursor.decode(Page.of(List.of("a", "b", "c"), 2, key -> key).next())).isEqualTo("b");
  }

  @Test
  void aCursorOfAnotherListIsNotANumber() {
    assertThat(Cursor.decodeNumber(null)).isEqualTo(Long.MAX_VALUE);
    assertThat(Cursor.decodeNumber(Cursor.encode("17"))).isEqualTo(17);
    assertThatThrownBy(() -> Cursor.decodeNumber(Cursor.encode("tent")))
        .isInstanceOf(ProblemException.class);
  }
}
