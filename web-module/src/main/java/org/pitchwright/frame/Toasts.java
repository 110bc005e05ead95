package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Set;
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
    refused(problem, Set.of());
  }

  private void refused(ProblemException problem, Set<String> fields) {
    String summary = texts.of("problem", problem.kind());
    if (problem.violations().isEmpty()) {
      say(FacesMessage.SEVERITY_ERROR, summary, texts.phrase(problem.getMessage()));
    }
    for (Violation violation : problem.violations()) {
      String field = violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1);
      String detail = texts.phrase(violation.detail());
      if (!fields.contains(field) || !mark(field, detail)) {
        say(FacesMessage.SEVERITY_ERROR, summary, detail);
      }
    }
    FacesContext.getCurrentInstance().validationFailed();
  }

  /** Says beside a field what is wrong with it; false if the page does not show the field. */
  private static boolean mark(String field, String detail) {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces
        .getViewRoot()
        .invokeOnComponent(
            faces,
            field,
            (context, component) -> {
              context.addMessage(
                  field, new FacesMessage(FacesMessage.SEVERITY_ERROR, detail, detail));
              if (component instanceof UIInput input) {
                input.setValid(false);
                if (input.getValue() instanceof String written) {
                  input.setSubmittedValue(written); // An invalid field shows nothing else.
                }
              }
            });
  }

  /**
   * Runs an act of a person; if it is refused, says why.
   *
   * @return whether it was done
   */
  public boolean attempt(Runnable act) {
    return attempt(act, Set.of());
  }

  /**
   * Runs an act of a person; if it is refused, says why.
   *
   * @param fields ids of the page's inputs, named as what they stand for: what is wrong with one of
   *     these is said beside it
   * @return whether it was done
   */
  public boolean attempt(Runnable act, Set<String> fields) {
    try {
      act.run();
      return true;
    } catch (ProblemException problem) {
      refused(problem, fields);
      return false;
    }
  }

  private static void say(FacesMessage.Severity severity, String summary, String detail) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
  }
}
