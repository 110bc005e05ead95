package org.pitchwright.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;

/** The people who may sign in, what each may do, and adding somebody. */
@Named
@ViewScoped
public class PeoplePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String MANAGE = "security:write";
  private static final Set<String> FIELDS = Set.of("name", "password");

  @Inject private Accounts accounts;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private boolean open;
  private boolean adding;
  private @Nullable String name;
  private @Nullable String displayName;
  private @Nullable String password;
  private Role[] roles = {};
  private boolean active = true;
  private transient @Nullable List<Accounts.Account> all;

  public List<Accounts.Account> getAll() {
    if (all == null) {
      all = accounts.list();
    }
    return all;
  }

  /** The roles that a person can have. */
  public List<Role> getChoices() {
    return Arrays.stream(Role.values()).filter(role -> role != Role.API).toList();
  }

  /** Opens the form for somebody new. */
  public void add() {
    fill(null, null, Set.of(), true);
    adding = true;
  }

  /** Opens the form with somebody who is there. */
  public void edit(Accounts.Account account) {
    fill(account.name(), account.displayName(), account.roles(), account.active());
    adding = false;
  }

  private void fill(
      @Nullable String newName, @Nullable String newDisplayName, Set<Role> chosen, boolean may) {
    open = true;
    name = newName;
    displayName = newDisplayName;
    roles = chosen.toArray(Role[]::new);
    active = may;
    password = null;
  }

  /** Closes the form without saving. */
  public void close() {
    open = false;
  }

  /** Adds or changes the person in the form. */
  public void save() {
    String who = name;
    String shown = displayName;
    if (who == null || shown == null) {
      return;
    }
    Set<Role> chosen = EnumSet.noneOf(Role.class);
    chosen.addAll(Arrays.asList(roles));
    manage(
        () -> {
          if (adding) {
            add(who, shown, chosen);
          } else {
            accounts.update(who, shown, chosen, active, person.getName());
          }
          toasts.done("people.saved", shown);
          close();
        });
  }

  private void add(String who, String shown, Set<Role> chosen) {
    accounts.create(who, shown, password == null ? "" : password, chosen, person.getName());
    accounts.prefer(
        who, new Accounts.Preferences(person.getLanguage(), person.getZone().getId(), "system"));
  }

  /** Gives the person in the form another password. */
  public void resetPassword() {
    String who = name;
    String next = password;
    if (who != null && next != null) {
      manage(
          () -> {
            accounts.resetPassword(who, next, person.getName());
            toasts.done("people.passwordReset", who);
            close();
          });
    }
  }

  /** Ends the lock after failed attempts. */
  public void unlock(String who) {
    manage(
        () -> {
          accounts.unlock(who, person.getName());
          toasts.done("people.unlocked", who);
        });
  }

  private void manage(Runnable act) {
    toasts.attempt(
        () -> {
          person.require(MANAGE);
          act.run();
        },
        FIELDS);
    all = null;
  }

  public boolean isOpen() {
    return open;
  }

  public boolean isAdding() {
    return adding;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = displayName;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  public Role[] getRoles() {
    return roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
