package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.pitchwright.problem.ProblemException;
import org.pitchwright.problem.Violation;

/** Says quietly that something was done, and clearly why it was not. */
@RequestScoped
public class Toasts {
  @Inject private Texts texts;

  /** Something was done. */
  public void done(String key, Object... values) {
    say(FacesMessage.SEVERITY_INFO, texts.text(key, values), "");
  }

  /** Something is not right yet. */
  public void warn(String key, Object... values) {
    say(FacesMessage.SEVERITY_WARN, texts.text(key, values), "");
    FacesContext.getCurrentInstance().validationFailed();
  }

  /** Something was refused; the problem says what and how to mend it. */
  public void refused(ProblemException problem) {
    String summary = texts.of("problem", problem.kind());
    if (problem.violations().isEmpty()) {
      say(FacesMessage.SEVERITY_ERROR, summary, String.valueOf(problem.getMessage()));
    }
    for (Violation violation : problem.violations()) {
      say(FacesMessage.SEVERITY_ERROR, summary, violation.detail());
    }
    FacesContext.getCurrentInstance().validationFailed();
  }

  /**
   * Runs an act of a person; if it is refused, says why.
   *
   * @return whether it was done
   */
  public boolean attempt(Runnable act) {
    try {
      act.run();
      return true;
    } catch (ProblemException problem) {
      refused(problem);
      return false;
    }
  }

  private static void say(FacesMessage.Severity severity, String summary, String detail) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
  }
}
