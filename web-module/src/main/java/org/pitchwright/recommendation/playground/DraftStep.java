package org.pitchwright.recommendation.playground;

import java.io.Serializable;
import org.pitchwright.behavior.EventType;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.recommendation.PlaygroundQuestion;

/** A step of a history while a person makes it up. */
public class DraftStep implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String itemId;
  private final String title;
  private EventType type;

  DraftStep(String itemId, String title, EventType type) {
    this.itemId = itemId;
    this.title = title;
    this.type = type;
  }

  PlaygroundQuestion.Step toStep() {
    return new PlaygroundQuestion.Step(new ItemId(itemId), type);
  }

  public String getItemId() {
    return itemId;
  }

  public String getTitle() {
    return title;
  }

  public EventType getType() {
    return type;
  }

  public void setType(EventType type) {
    this.type = type;
  }
}
