package org.pitchwright.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.BehaviorHistory;
import org.pitchwright.behavior.CustomerActivity;
import org.pitchwright.frame.Person;
import org.pitchwright.frame.Rows;
import org.pitchwright.frame.Toasts;
import org.pitchwright.recommendation.Pick;
import org.pitchwright.recommendation.Picks;
import org.pitchwright.recommendation.Recommendation;
import org.primefaces.PrimeFaces;
import org.primefaces.event.SelectEvent;

/** The list of customers, and beside it one of them: what they did, what is recommended and why. */
@Named
@ViewScoped
public class CustomersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HISTORY_SHOWN = 40;
  private static final int PICKS_SHOWN = 8;

  @Inject private Customers customers;
  @Inject private CustomerActivity activity;
  @Inject private BehaviorHistory history;
  @Inject private Picks picks;
  @Inject private Person person;
  @Inject private Toasts toasts;

  private @Nullable String words;
  private @Nullable String selectedId;
  private transient @Nullable Detail detail;
  private final Rows<CustomerActivity.Row> rows =
      new Rows<>(
          table -> (int) activity.count(words),
          (offset, limit) -> activity.page(words, offset, limit),
          CustomerActivity.Row::customerId);

  /** Where a customer stands on a purpose; {@code statement} is null if they never said. */
  public record Stand(ConsentPurpose purpose, @Nullable Consent statement) {}

  /** Everything that the panel shows of a customer. */
  public record Detail(
      Customers.Listed customer,
      List<Stand> consents,
      List<BehaviorHistory.Entry> history,
      boolean personalized,
      int modelVersion,
      List<Pick> picks) {}

  public Rows<CustomerActivity.Row> getRows() {
    return rows;
  }

  public @Nullable String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words;
  }

  public @Nullable String getSelectedId() {
    return selectedId;
  }

  public void setSelectedId(@Nullable String selectedId) {
    this.selectedId = selectedId;
    detail = null;
  }

  /** For the table, which keeps the selection itself. */
  public CustomerActivity.@Nullable Row getSelectedRow() {
    return null;
  }

  public void setSelectedRow(CustomerActivity.@Nullable Row row) {
    // The row that was chosen arrives in select.
  }

  /** Opens the chosen customer beside the list. */
  public void select(SelectEvent<CustomerActivity.Row> event) {
    setSelectedId(event.getObject().customerId());
    PrimeFaces.current().ajax().addCallbackParam("id", event.getObject().customerId());
  }

  /** Closes the panel. */
  public void close() {
    setSelectedId(null);
  }

  /** The chosen customer; null if none is chosen or there is no such customer. */
  public @Nullable Detail getDetail() {
    if (detail == null && selectedId != null) {
      detail = read(selectedId).orElse(null);
    }
    return detail;
  }

  private Optional<Detail> read(String id) {
    try {
      CustomerId key = new CustomerId(id);
      return customers.find(key).map(customer -> detail(key, customer));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // An address that somebody has mistyped names nobody.
    }
  }

  private Detail detail(CustomerId key, Customers.Listed customer) {
    Recommendation answer = picks.preview(key, PICKS_SHOWN);
    return new Detail(
        customer,
        stands(customer.data().consents()),
        history.of(key, HISTORY_SHOWN),
        answer.personalized(),
        answer.model().version(),
        picks.of(answer.items()));
  }

  private static List<Stand> stands(List<Consent> statements) {
    return Arrays.stream(ConsentPurpose.values())
        .map(
            purpose ->
                new Stand(
                    purpose,
                    statements.stream()
                        .filter(statement -> statement.purpose() == purpose)
                        .max(Comparator.comparing(Consent::at))
                        .orElse(null)))
        .toList();
  }

  /** Forgets the chosen customer for good. */
  public void erase() {
    String id = selectedId;
    if (id != null) {
      toasts.attempt(
          () -> {
            person.require("customer:write");
            Customers.Erased erased = customers.erase(new CustomerId(id), person.getName());
            toasts.done("customers.erased", erased.events(), erased.recommendations());
            close();
          });
    }
  }
}
