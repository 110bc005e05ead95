package org.pitchwright.behavior;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.BehaviorHistory.ReasonCount;
import org.pitchwright.behavior.BehaviorHistory.Rejection;
import org.pitchwright.paging.Page;

/** What the cleansing job left out, by reason, down to the single event. */
@Named
@ViewScoped
public class RejectsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 25;

  @Inject private BehaviorHistory history;

  private @Nullable String reason;
  private @Nullable String cursor;
  private final ArrayDeque<String> before = new ArrayDeque<>();
  private transient @Nullable List<ReasonCount> reasons;
  private transient @Nullable Page<Rejection> page;

  /** The reasons, the most frequent first. */
  public List<ReasonCount> getReasons() {
    if (reasons == null) {
      reasons = history.rejectionReasons();
    }
    return reasons;
  }

  public long getTotal() {
    return getReasons().stream().mapToLong(ReasonCount::count).sum();
  }

  /** How long a reason's bar is, in percent of the longest. */
  public long width(ReasonCount count) {
    long most = getReasons().stream().mapToLong(ReasonCount::count).max().orElse(1);
    return Math.max(1, 100 * count.count() / most);
  }

  public Page<Rejection> getPage() {
    if (page == null) {
      page = history.rejections(reason, PAGE, cursor);
    }
    return page;
  }

  /** Shows the events of one reason; null for all. */
  public void show(@Nullable String wanted) {
    reason = wanted;
    cursor = null;
    before.clear();
    page = null;
  }

  public boolean isFirst() {
    return before.isEmpty();
  }

  /** Turns to the next page, if there is one. */
  public void next() {
    String following = getPage().next();
    if (following != null) {
      before.push(cursor == null ? "" : cursor);
      cursor = following;
      page = null;
    }
  }

  /** Turns back. */
  public void previous() {
    if (!before.isEmpty()) {
      cursor = before.pop();
      page = null;
    }
  }

  public @Nullable String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    show(reason);
  }
}
