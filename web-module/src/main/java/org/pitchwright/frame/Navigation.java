package org.pitchwright.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages that the person may open, and where they are now. */
@Named
@RequestScoped
public class Navigation {
  @Inject private Person person;

  /** A group of pages; its first group has no title. */
  public record Section(PageLink.Group group, List<PageLink> pages) {
    public boolean isTitled() {
      return group != PageLink.Group.TOP;
    }
  }

  /** The groups in which the person may open at least one page. */
  public List<Section> getSections() {
    return Arrays.stream(PageLink.Group.values())
        .map(group -> new Section(group, pages(group)))
        .filter(section -> !section.pages().isEmpty())
        .toList();
  }

  /** Every page that the person may open. */
  public List<PageLink> getPages() {
    return Arrays.stream(PageLink.values()).filter(this::open).toList();
  }

  /** The page that is shown now; null outside the navigation. */
  public @Nullable PageLink getCurrent() {
    return PageLink.at(FacesContext.getCurrentInstance().getViewRoot().getViewId()).orElse(null);
  }

  private List<PageLink> pages(PageLink.Group group) {
    return getPages().stream().filter(page -> page.getGroup() == group).toList();
  }

  private boolean open(PageLink page) {
    String scope = page.getScope();
    return scope == null || person.may(scope);
  }
}
