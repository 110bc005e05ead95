package org.pitchwright.recommendation.relations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pitchwright.catalog.Catalog;
import org.pitchwright.catalog.ItemId;
import org.pitchwright.frame.Formats;
import org.pitchwright.frame.Texts;

/** Says in sentences how items belong together, and what speaks for it. */
@RequestScoped
public class RelationWords {
  @Inject private Catalog catalog;
  @Inject private Texts texts;
  @Inject private Formats formats;

  /** The relations of an item, seen from it. */
  List<RelationLine> around(ItemId item, List<Relation> relations) {
    Map<ItemId, String> titles = titles(relations);
    return relations.stream().map(relation -> line(relation, item, titles)).toList();
  }

  /** Relations of any items, seen from what is replaced, has the accessory, or comes first. */
  List<RelationLine> of(List<Relation> relations) {
    Map<ItemId, String> titles = titles(relations);
    return relations.stream().map(relation -> line(relation, main(relation), titles)).toList();
  }

  private static ItemId main(Relation relation) {
    RelationKey key = relation.key();
    return key.kind().symmetrical() ? key.from() : key.to();
  }

  private Map<ItemId, String> titles(List<Relation> relations) {
    Set<ItemId> items = new HashSet<>();
    for (Relation relation : relations) {
      items.add(relation.key().from());
      items.add(relation.key().to());
    }
    return titles(items);
  }

  private Map<ItemId, String> titles(Collection<ItemId> items) {
    Map<ItemId, String> titles = new HashMap<>();
    catalog.findAll(items).forEach((id, item) -> titles.put(id, item.data().title()));
    return titles;
  }

  private RelationLine line(Relation relation, ItemId item, Map<ItemId, String> titles) {
    ItemId other = relation.key().beside(item);
    Evidence evidence = relation.evidence();
    boolean first = relation.key().from().equals(item);
    return new RelationLine(
        relation,
        item.value(),
        titles.getOrDefault(item, item.value()),
        RelationRole.of(relation.key(), item),
        other.value(),
        titles.getOrDefault(other, other.value()),
        evidence == null ? null : why(evidence, first),
        evidence == null ? 1 : first ? evidence.confidence() : evidence.reverseConfidence());
  }

  private String why(Evidence evidence, boolean first) {
    return texts.text(
        "relations.why",
        evidence.customers(),
        evidence.both(),
        first ? evidence.from() : evidence.to(),
        formats.decimal(evidence.lift(), 1));
  }

  /** What a rule says, in a sentence. */
  String sentence(LogicalRuleData data, Map<ItemId, String> titles) {
    Integer days = data.days();
    String never = subject(data.never(), titles);
    String after = subject(data.after(), titles);
    return days == null
        ? texts.text("logical.does", never, after)
        : texts.text("logical.does.days", never, after, days);
  }

  /** The titles of the items that rules name. */
  Map<ItemId, String> titlesOf(List<LogicalRule> rules) {
    Set<ItemId> items = new HashSet<>();
    for (LogicalRule rule : rules) {
      for (Subject subject : List.of(rule.data().never(), rule.data().after())) {
        ItemId item = subject.item();
        if (item != null) {
          items.add(item);
        }
      }
    }
    return titles(items);
  }

  private String subject(Subject subject, Map<ItemId, String> titles) {
    ItemId item = subject.item();
    return item == null
        ? texts.text("logical.category", String.valueOf(subject.category()))
        : texts.text("why.quoted", titles.getOrDefault(item, item.value()));
  }

  /** The title of an item; its key where the catalogue has none. */
  String title(ItemId item) {
    return titles(List.of(item)).getOrDefault(item, item.value());
  }
}
