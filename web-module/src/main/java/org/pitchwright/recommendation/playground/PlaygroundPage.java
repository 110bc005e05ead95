package org.pitchwright.recommendation.playground;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.pitchwright.recommendation.PlaygroundQuestion;
import org.pitchwright.recommendation.RecommendationRequest;

/** The playground: make up a history, and see what would be recommended, part by part. */
@Named
@ViewScoped
public class PlaygroundPage extends HistoryPage {
  private static final long serialVersionUID = 1L;

  @Inject private TriedLists lists;

  private int limit = RecommendationRequest.DEFAULT_LIMIT;
  private transient @Nullable TriedList answer;
  private transient boolean asked;

  @Override
  public void refresh() {
    answer = null;
    asked = false;
  }

  /** What would be recommended; null if the question was refused. */
  public @Nullable TriedList getAnswer() {
    if (!asked) {
      asked = true;
      toasts()
          .attempt(
              () ->
                  answer =
                      lists.of(
                          new PlaygroundQuestion(null, history(), limit, person().getLanguage())));
    }
    return answer;
  }

  public int getLimit() {
    return limit;
  }

  public void setLimit(int limit) {
    this.limit = limit;
  }
}
