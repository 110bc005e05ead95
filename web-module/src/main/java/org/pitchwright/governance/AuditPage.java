package org.pitchwright.governance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Texts;
import org.pitchwright.paging.Page;

/** Who did what, latest first. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 30;

  @Inject private AuditTrail trail;
  @Inject private Texts texts;

  private @Nullable String words;
  private @Nullable String cursor;
  private final ArrayDeque<String> before = new ArrayDeque<>();
  private transient @Nullable Page<AuditTrail.Entry> page;

  public Page<AuditTrail.Entry> getPage() {
    if (page == null) {
      page = trail.search(words, PAGE, cursor);
    }
    return page;
  }

  /** The facts of an act in one line. */
  public String facts(Map<String, Object> detail) {
    return detail.entrySet().stream()
        .map(fact -> texts.of("audit.fact", fact.getKey()) + " " + written(fact.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private String written(Object value) {
    return value instanceof Map<?, ?> nested
        ? nested.entrySet().stream()
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .collect(Collectors.joining(", "))
        : texts.phrase(String.valueOf(value));
  }

  /** What an act was done to, as the pages call it. */
  public String subject(AuditTrail.Entry entry) {
    String kind = entry.subjectKind();
    if (kind.equals("job")) {
      return texts.of("job", entry.subjectId() + ".title").replaceFirst("\\.title$", "");
    }
    return texts.of("audit.subject", kind) + " " + entry.subjectId();
  }

  /** Shows what the words find, from the latest on. */
  public void search() {
    cursor = null;
    before.clear();
    page = null;
  }

  public boolean isFirst() {
    return before.isEmpty();
  }

  /** Turns to older acts, if there are any. */
  public void next() {
    String following = getPage().next();
    if (following != null) {
      before.push(cursor == null ? "" : cursor);
      cursor = following;
      page = null;
    }
  }

  /** Turns back to later ones. */
  public void previous() {
    if (!before.isEmpty()) {
      cursor = before.pop();
      page = null;
    }
  }

  public @Nullable String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words;
  }
}
