package org.pitchwright.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of the pages, in the person's language. */
@Named("texts")
@ApplicationScoped
public class Texts {
  private static final String BUNDLE = "org.pitchwright.text.messages";
  private static final Phrases CHINESE = Phrases.chinese();

  @Inject private Person person;

  /** A text with its places filled ({@link MessageFormat}). */
  public String text(String key, Object... values) {
    return in(person.getLocale(), key, values);
  }

  /**
   * The text of a kind of thing, such as {@code jobs.status.FAILED}; the name itself if unknown.
   */
  public String of(String group, Object name) {
    try {
      return bundle(person.getLocale()).getString(group + "." + name);
    } catch (MissingResourceException e) {
      return String.valueOf(name);
    }
  }

  /** A sentence that another part of the product wrote in English, in the reader's language. */
  public String phrase(@Nullable String sentence) {
    if (sentence == null) {
      return "";
    }
    return person.getLanguage().equals("zh") ? CHINESE.of(sentence) : sentence;
  }

  /** A key as it stands in the query of an address. */
  public String encode(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  private static String in(Locale locale, String key, Object... values) {
    return new MessageFormat(bundle(locale).getString(key), locale).format(values);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale);
  }
}
