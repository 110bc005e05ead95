package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.omnifaces.util.Faces;

/** Changes language and theme, for this session and the next. */
@Named
@RequestScoped
public class Presentation {
  private static final int YEAR = 365 * 24 * 3600;

  @Inject private Person person;

  /** Shows the same page in another language. */
  public void language(String language) {
    person.speak(language);
    Faces.addResponseCookie(
        Person.LANGUAGE_COOKIE,
        person.getLanguage(),
        null,
        "/",
        YEAR,
        true,
        Map.of("SameSite", "Lax"));
    Faces.redirect(Faces.getRequestURIWithQueryString());
  }

  /** Keeps the theme that the browser has just put on. */
  public void keepTheme() {
    String theme = Faces.getRequestParameter("theme");
    person.wear(theme == null ? "system" : theme);
  }
}
