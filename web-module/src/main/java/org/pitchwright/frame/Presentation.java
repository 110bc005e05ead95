package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.omnifaces.util.Faces;

/** Changes language and theme, for this session and, by cookies, for the next. */
@Named
@RequestScoped
public class Presentation {
  private static final int YEAR = 365 * 24 * 3600;

  @Inject private Person person;

  /** Shows the same page in another language. */
  public void language(String language) {
    person.setLanguage(language);
    Faces.addResponseCookie(
        Person.LANGUAGE_COOKIE, person.getLanguage(), "/", YEAR, Map.of("SameSite", "Lax"));
    Faces.redirect(Faces.getRequestURIWithQueryString());
  }

  /** Keeps the theme that the browser has just put on. */
  public void keepTheme() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    person.setTheme(parameters.getOrDefault("theme", "system"));
  }
}
