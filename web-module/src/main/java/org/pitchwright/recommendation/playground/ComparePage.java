package org.pitchwright.recommendation.playground;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.model.ModelRegistry;
import org.pitchwright.model.ModelStage;
import org.pitchwright.model.ModelVersion;
import org.pitchwright.model.VersionCard;
import org.pitchwright.model.VersionCards;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.recommendation.ComparisonRun;
import org.pitchwright.recommendation.Comparisons;
import org.pitchwright.recommendation.RecommendationRequest;

/** Two versions of the recommender side by side. */
@Named
@ViewScoped
public class ComparePage extends HistoryPage {
  private static final long serialVersionUID = 1L;

  /** Shorter than this nobody needs to be told how far it is. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  @Inject private TriedLists lists;
  @Inject private Comparisons comparisons;
  @Inject private ModelRegistry registry;

  private @Nullable Integer first;
  private @Nullable Integer second;
  private transient @Nullable List<ModelVersion> versions;
  private transient @Nullable ComparisonRun loading;
  private transient @Nullable ComparisonRun sample;
  private transient @Nullable ComparedLists answer;
  private transient boolean refused;

  @Override
  public void refresh() {
    answer = null;
    refused = false;
  }

  /** Compares other versions. */
  public void changed() {
    loading = null;
    sample = null;
    refresh();
    getLoading(); // Now, so that a refusal is still said with this answer.
  }

  /** The versions whose files are there, newest first. */
  public List<ModelVersion> getVersions() {
    if (versions == null) {
      versions =
          registry.versions(ModelRegistry.RECOMMENDER).stream()
              .filter(version -> version.stage() != ModelStage.ARCHIVED)
              .toList();
    }
    return versions;
  }

  /** Whether there are two versions to compare. */
  public boolean isPossible() {
    return getVersions().size() > 1;
  }

  /** The work that makes both versions ready; null where it was refused. */
  public @Nullable ComparisonRun getLoading() {
    Integer one = getFirst();
    Integer other = getSecond();
    if (loading == null && !refused && one != null && other != null) {
      refused =
          !toasts()
              .attempt(
                  () -> {
                    ComparisonRun run = comparisons.load(one, other);
                    run.await(PATIENCE);
                    loading = run;
                  });
    }
    return loading;
  }

  /** Whether anything is under way, so that the page must look again. */
  public boolean isMoving() {
    return isUnderWay(getLoading()) || isUnderWay(getSample());
  }

  private static boolean isUnderWay(@Nullable ComparisonRun run) {
    return run != null && !run.ended();
  }

  /** Both lists; null while versions are loaded, or where the question was refused. */
  public @Nullable ComparedLists getAnswer() {
    Integer one = getFirst();
    Integer other = getSecond();
    if (answer == null && !refused && isLoaded() && one != null && other != null) {
      refused = !toasts().attempt(() -> answer = ask(one, other));
    }
    return answer;
  }

  private boolean isLoaded() {
    ComparisonRun run = getLoading();
    refused |= run != null && isFailed(run);
    return run != null && run.ended() && !refused;
  }

  /** Whether the work ended with a problem, which is said then. */
  private boolean isFailed(ComparisonRun run) {
    ProblemException problem = run.problem();
    if (problem != null) {
      toasts().refused(problem);
    }
    return problem != null;
  }

  private ComparedLists ask(int one, int other) {
    return lists.compare(
        history(), one, other, RecommendationRequest.DEFAULT_LIMIT, person().getLanguage());
  }

  /** Compares both over customers who were seen last. */
  public void compareCustomers() {
    Integer one = getFirst();
    Integer other = getSecond();
    if (one != null && other != null) {
      toasts()
          .attempt(
              () -> {
                person().require("model:read");
                ComparisonRun run = comparisons.sample(one, other);
                run.await(PATIENCE);
                sample = run;
              });
    }
  }

  /** The comparison over customers; null before it was asked for, and where it failed. */
  public @Nullable ComparisonRun getSample() {
    ComparisonRun run = sample;
    if (run != null && isFailed(run)) {
      sample = null;
    }
    return sample;
  }

  /** How many customers a comparison looks at. */
  public int getSampleSize() {
    return Comparisons.SAMPLE;
  }

  /** What is known of the first version. */
  public @Nullable VersionCard getFirstCard() {
    return card(getFirst());
  }

  /** What is known of the second version. */
  public @Nullable VersionCard getSecondCard() {
    return card(getSecond());
  }

  private @Nullable VersionCard card(@Nullable Integer number) {
    return getVersions().stream()
        .filter(version -> number != null && version.version() == number)
        .findFirst()
        .map(VersionCards::of)
        .orElse(null);
  }

  /** Whether the figures of both come from different data. */
  public boolean isMeasuredApart() {
    VersionCard one = getFirstCard();
    VersionCard other = getSecondCard();
    return one != null
        && other != null
        && !one.data().fingerprint().equals(other.data().fingerprint());
  }

  /** The first version; the one that serves if nobody has chosen. */
  public @Nullable Integer getFirst() {
    if (first == null) {
      first =
          getVersions().stream()
              .filter(version -> version.stage() == ModelStage.CHAMPION)
              .findFirst()
              .or(() -> getVersions().stream().findFirst())
              .map(ModelVersion::version)
              .orElse(null);
    }
    return first;
  }

  public void setFirst(@Nullable Integer first) {
    this.first = first;
  }

  /** The second version; the newest other one if nobody has chosen. */
  public @Nullable Integer getSecond() {
    if (second == null) {
      Optional<ModelVersion> other =
          getVersions().stream()
              .filter(version -> !Objects.equals(version.version(), getFirst()))
              .findFirst();
      second = other.map(ModelVersion::version).orElse(null);
    }
    return second;
  }

  public void setSecond(@Nullable Integer second) {
    this.second = second;
  }
}
