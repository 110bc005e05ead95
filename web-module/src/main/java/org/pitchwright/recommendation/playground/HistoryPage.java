package org.pitchwright.recommendation.playground;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.pitchwright.behavior.BehaviorHistory;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.customer.CustomerId;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Toasts;
import org.pitchwright.problem.PathKey;
import org.pitchwright.recommendation.PlaygroundQuestion;
import org.pitchwright.recommendation.Suggestions;

/** A page on which a person makes up a history, or takes a customer's to start with. */
abstract class HistoryPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 50;
  private static final int LOOKED_BACK = 200;
  private static final int TAKEN = 20;

  @Inject private BehaviorHistory behavior;
  @Inject private Suggestions suggestions;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private final ArrayList<DraftStep> steps = new ArrayList<>();
  private @Nullable String customerId;

  /** Forgets what was answered: the question is another one. */
  public abstract void refresh();

  Person person() {
    return person;
  }

  Toasts toasts() {
    return toasts;
  }

  /** The steps, oldest first. */
  public List<DraftStep> getSteps() {
    return steps;
  }

  List<PlaygroundQuestion.Step> history() {
    return steps.stream().map(DraftStep::toStep).toList();
  }

  /** The kinds of events to choose from, the weakest first. */
  public List<EventType> getKinds() {
    return List.of(
        EventType.VIEW, EventType.CLICK, EventType.CART, EventType.PURCHASE, EventType.DISMISS);
  }

  /** Whether the person may see what customers did. */
  public boolean isMayTake() {
    return person.may("customer:read") && person.may("behavior:read");
  }

  /** Empty again once an item was chosen: the choice stands below the field. */
  public @Nullable String getItemToAdd() {
    return null;
  }

  /** Adds an item at the end of the history. */
  public void setItemToAdd(@Nullable String itemId) {
    if (itemId == null || itemId.isBlank()) {
      return;
    }
    if (steps.size() == LONGEST) {
      toasts.warn("playground.full", LONGEST);
      return;
    }
    String title = suggestions.items(List.of(itemId)).get(0).title();
    steps.add(new DraftStep(itemId, title, EventType.VIEW));
    refresh();
  }

  /** Takes a step out. */
  public void remove(int place) {
    if (isStep(place)) {
      steps.remove(place);
      refresh();
    }
  }

  /** Lets a step change places with the one before it. */
  public void earlier(int place) {
    if (isStep(place) && isStep(place - 1)) {
      Collections.swap(steps, place, place - 1);
      refresh();
    }
  }

  /** Lets a step change places with the one after it. */
  public void later(int place) {
    earlier(place + 1);
  }

  private boolean isStep(int place) {
    return place >= 0 && place < steps.size();
  }

  /** Starts over. */
  public void clear() {
    steps.clear();
    customerId = null;
    refresh();
  }

  /** The customer whose history was taken to start with; null for none. */
  public @Nullable String getCustomerId() {
    return customerId;
  }

  /** Takes the history of the customer in the address, when the page is opened. */
  public void setCustomerId(@Nullable String wanted) {
    if (wanted != null && !Faces.isPostback()) {
      take(wanted);
    }
  }

  /** As with items. */
  public @Nullable String getCustomerToTake() {
    return null;
  }

  /** Takes a customer's latest history in place of what was made up. */
  public void setCustomerToTake(@Nullable String wanted) {
    if (wanted != null && !wanted.isBlank()) {
      take(wanted);
    }
  }

  private void take(String wanted) {
    toasts.attempt(
        () -> {
          person.require("customer:read");
          person.require("behavior:read");
          take(customer(wanted));
        });
  }

  private static CustomerId customer(String text) {
    return PathKey.parse("customer", text, CustomerId::new);
  }

  private void take(CustomerId customer) {
    List<DraftStep> latest = new ArrayList<>();
    for (BehaviorHistory.Entry event : behavior.of(customer, LOOKED_BACK)) {
      String itemId = event.itemId();
      if (itemId != null
          && PlaygroundQuestion.KINDS.contains(event.type())
          && latest.size() < TAKEN) {
        String title = event.title();
        String item = new ItemId(itemId).value();
        latest.add(new DraftStep(item, title == null ? item : title, event.type()));
      }
    }
    Collections.reverse(latest);
    steps.clear();
    steps.addAll(latest);
    customerId = customer.value();
    if (latest.isEmpty()) {
      toasts.warn("playground.nothing", customer.value());
    }
    refresh();
  }
}
