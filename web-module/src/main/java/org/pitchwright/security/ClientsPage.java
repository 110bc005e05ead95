package org.pitchwright.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;

/**
 * The systems that may call, what each may do, and their secrets at the one time they are shown.
 */
@Named
@ViewScoped
public class ClientsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String MANAGE = "security:write";
  private static final Set<String> FIELDS = Set.of("clientId");

  @Inject private ApiClients clients;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private boolean open;
  private boolean adding;
  private @Nullable String clientId;
  private @Nullable String displayName;
  private String[] scopes = {};
  private transient ApiClients.@Nullable Secrets secrets;
  private transient @Nullable List<ApiClients.ApiClient> all;

  public List<ApiClients.ApiClient> getAll() {
    if (all == null) {
      all = clients.list();
    }
    return all;
  }

  /** Every scope that a client can be granted. */
  public List<String> getChoices() {
    return Permission.all().stream().map(Permission::scope).toList();
  }

  /** Scopes by capability, such as {@code catalog:read write}. */
  public List<String> granted(Set<Permission> scopes) {
    Map<String, String> byCapability = new TreeMap<>();
    scopes.stream()
        .map(Permission::scope)
        .sorted()
        .map(scope -> scope.split(":", 2))
        .forEach(
            scope -> byCapability.merge(scope[0], scope[1], (one, other) -> one + " " + other));
    return byCapability.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .toList();
  }

  /** Opens the form for a new client. */
  public void add() {
    open = true;
    adding = true;
    clientId = null;
    displayName = null;
    scopes = new String[] {"recommendation:read", "customer:write", "behavior:write"};
    secrets = null;
  }

  /** Opens the form with a client that is there. */
  public void edit(ApiClients.ApiClient client) {
    open = true;
    adding = false;
    clientId = client.clientId();
    displayName = client.displayName();
    scopes = client.scopes().stream().map(Permission::scope).toArray(String[]::new);
    secrets = null;
  }

  /** Closes the form; secrets that it showed are gone. */
  public void close() {
    open = false;
    secrets = null;
  }

  /** Adds or changes the client in the form. */
  public void save() {
    String id = clientId;
    String shown = displayName;
    if (id == null || shown == null) {
      return;
    }
    Set<Permission> granted =
        Arrays.stream(scopes).map(Permission::parse).collect(Collectors.toSet());
    manage(
        () -> {
          if (adding) {
            secrets = clients.create(id, shown, granted, person.getName());
            adding = false;
          } else {
            clients.setScopes(id, granted, person.getName());
            close();
          }
          toasts.done("clients.saved", id);
        });
  }

  /** Gives the client in the form new secrets; the old ones end. */
  public void renew() {
    String id = clientId;
    if (id != null) {
      manage(() -> secrets = clients.renewSecrets(id, person.getName()));
    }
  }

  /** Lets a client call, or stops it. */
  public void setActive(String id, boolean active) {
    manage(
        () -> {
          clients.setActive(id, active, person.getName());
          toasts.done("clients.saved", id);
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

  /** Secrets that were just made; null otherwise. */
  public ApiClients.@Nullable Secrets getSecrets() {
    return secrets;
  }

  public boolean isOpen() {
    return open;
  }

  public boolean isAdding() {
    return adding;
  }

  public @Nullable String getClientId() {
    return clientId;
  }

  public void setClientId(@Nullable String clientId) {
    this.clientId = clientId;
  }

  public @Nullable String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = displayName;
  }

  public String[] getScopes() {
    return scopes.clone();
  }

  public void setScopes(String[] scopes) {
    this.scopes = scopes.clone();
  }
}
