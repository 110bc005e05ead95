package org.pitchwright.frame;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages that navigation leads to, each with the scope that its reader needs. */
public enum PageLink {
  HOME("/index.xhtml", "home", Group.TOP, null),
  CUSTOMERS("/customers.xhtml", "users", Group.TOP, "customer:read"),
  RECOMMEND("/recommend.xhtml", "sparkles", Group.TOP, "recommendation:read"),
  PLAYGROUND("/playground.xhtml", "compass", Group.TOP, "model:read"),
  COMPARE("/compare.xhtml", "arrow-right-arrow-left", Group.TOP, "model:read"),
  RULES("/rules.xhtml", "list-check", Group.TOP, "recommendation:read"),
  LIST_POLICY("/list-policy.xhtml", "sliders-v", Group.TOP, "recommendation:read"),
  RELATIONS("/relations.xhtml", "sitemap", Group.TOP, "recommendation:read"),
  IMPORTS("/data/imports.xhtml", "upload", Group.DATA, "behavior:write"),
  CATALOGUE("/data/catalogue.xhtml", "box", Group.DATA, "catalog:read"),
  REJECTS("/data/rejects.xhtml", "filter", Group.DATA, "behavior:read"),
  JOBS("/operations/jobs.xhtml", "play-circle", Group.OPERATIONS, "operations:read"),
  SCHEDULES("/operations/schedules.xhtml", "calendar", Group.OPERATIONS, "operations:read"),
  MODELS("/operations/models.xhtml", "chart-line", Group.OPERATIONS, "model:read"),
  AUDIT("/operations/audit.xhtml", "history", Group.OPERATIONS, "governance:read"),
  PEOPLE("/settings/people.xhtml", "id-card", Group.SETTINGS, "security:read"),
  CLIENTS("/settings/clients.xhtml", "key", Group.SETTINGS, "security:read"),
  PREFERENCES("/settings/preferences.xhtml", "sliders-h", Group.SETTINGS, null);

  /** What the pages are about, in the order of the navigation. */
  public enum Group {
    TOP,
    DATA,
    OPERATIONS,
    SETTINGS
  }

  private final String path;
  private final String icon;
  private final Group group;
  private final @Nullable String scope;

  PageLink(String path, String icon, Group group, @Nullable String scope) {
    this.path = path;
    this.icon = icon;
    this.group = group;
    this.scope = scope;
  }

  /** The page at a path within the application, if it is one of navigation's. */
  static Optional<PageLink> at(String path) {
    return Arrays.stream(values()).filter(page -> page.path.equals(path)).findFirst();
  }

  public String getPath() {
    return path;
  }

  /** A name of PrimeIcons, without its prefix. */
  public String getIcon() {
    return icon;
  }

  public Group getGroup() {
    return group;
  }

  /** The scope that a reader needs; null for a page that everyone may see. */
  public @Nullable String getScope() {
    return scope;
  }

  /** The key of the page's name. */
  public String getKey() {
    return "page." + name();
  }
}
