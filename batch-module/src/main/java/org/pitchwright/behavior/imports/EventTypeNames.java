package org.pitchwright.behavior.imports;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pitchwright.behavior.EventType;

/** The names that event types have in the contract, in public data sets and in shop systems. */
final class EventTypeNames {
  private static final Map<String, EventType> NAMES = names();

  private EventTypeNames() {}

  static @Nullable EventType find(String name) {
    @Nullable EventType exact = NAMES.get(name);
    return exact != null ? exact : NAMES.get(Columns.normal(name));
  }

  private static Map<String, EventType> names() {
    Map<String, EventType> names = new HashMap<>();
    for (EventType type : EventType.values()) {
      names.put(type.name(), type);
      names.put(Columns.normal(type.name()), type);
    }
    put(names, EventType.VIEW, "pv", "page view", "detail", "浏览", "查看");
    put(names, EventType.CLICK, "fav", "favorite", "点击", "收藏");
    put(names, EventType.CART, "add to cart", "basket", "加购", "加入购物车");
    put(names, EventType.PURCHASE, "buy", "order", "transaction", "pay", "购买", "下单", "支付");
    put(names, EventType.RATING, "rate", "review", "评分", "评价");
    put(names, EventType.IMPRESSION, "expose", "exposure", "show", "曝光");
    put(names, EventType.SEARCH, "query", "搜索");
    put(names, EventType.DISMISS, "hide", "dislike", "not interested", "不感兴趣");
    return Map.copyOf(names);
  }

  private static void put(Map<String, EventType> names, EventType type, String... synonyms) {
    for (String synonym : synonyms) {
      names.put(Columns.normal(synonym), type);
    }
  }
}
