package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.customer.Customers;

/** Finds customers and items by a few letters, for the search field and the palette. */
@Named
@RequestScoped
public class Finder {
  private static final int OF_EACH = 6;

  @Inject private Person person;
  @Inject private Customers customers;
  @Inject private Catalog catalog;
  @Inject private Texts texts;

  private List<Hit> hits = List.of();

  /**
   * Something that was found.
   *
   * @param target {@code customer} or {@code item}, a colon, and the key
   */
  public record Hit(String target, String title, String note, String icon, String group) {
    /** The address of the page that shows it, within the application. */
    public String url() {
      return address(target);
    }
  }

  /** What the words find; nothing for less than one letter. */
  public List<Hit> find(@Nullable String words) {
    List<Hit> found = new ArrayList<>();
    if (words == null || words.isBlank()) {
      return found;
    }
    if (person.may("customer:read")) {
      customers.search(words, OF_EACH, null).items().forEach(customer -> found.add(of(customer)));
    }
    if (person.may("catalog:read")) {
      catalog.search(words, null, OF_EACH, null).items().forEach(item -> found.add(of(item)));
    }
    return found;
  }

  private Hit of(Customers.Listed customer) {
    String name = customer.data().name();
    String id = customer.id().value();
    return new Hit(
        "customer:" + id, name == null ? id : name, id, "user", texts.text("search.customers"));
  }

  private Hit of(Catalog.Listed item) {
    return new Hit(
        "item:" + item.id().value(),
        item.data().title(),
        item.data().category(),
        "box",
        texts.text("search.items"));
  }

  /** Fills the palette with what the request's {@code words} find. */
  public void fill() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    hits = find(parameters.get("words"));
  }

  public List<Hit> getHits() {
    return hits;
  }

  public @Nullable String getTarget() {
    return null;
  }

  /** Opens what was chosen in the search field. */
  public void setTarget(@Nullable String target) {
    if (target != null && target.contains(":")) {
      Faces.redirect(Faces.getRequestContextPath() + address(target));
    }
  }

  private static String address(String target) {
    String key =
        URLEncoder.encode(target.substring(target.indexOf(':') + 1), StandardCharsets.UTF_8);
    return target.startsWith("customer:")
        ? "/customers.xhtml?id=" + key
        : "/data/catalogue.xhtml?id=" + key;
  }
}
