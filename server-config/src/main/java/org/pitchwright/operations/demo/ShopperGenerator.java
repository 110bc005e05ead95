package org.pitchwright.operations.demo;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pitchwright.operations.demo.PeopleVocabulary.Place;
import org.pitchwright.operations.demo.Shopper.Behavior;

/** Invents the customers. */
final class ShopperGenerator {
  private static final double SHARE_ZH = 0.55;
  private static final double SHARE_ABSENT = 0.02;
  private static final double SHARE_NEW = 0.12;
  private static final double USUAL_VISITS = 3.9;

  private final PeopleVocabulary people;
  private final TasteGenerator tastes;
  private final long seed;
  private final HalfYear halfYear;
  private final Map<String, Integer> phonesUsed = new LinkedHashMap<>();

  ShopperGenerator(Vocabularies vocabularies, long seed, HalfYear halfYear) {
    this.people = vocabularies.people();
    this.tastes = new TasteGenerator(vocabularies);
    this.seed = seed;
    this.halfYear = halfYear;
  }

  /** So many customers, as many of them bots as asked. */
  List<Shopper> generate(int count, int bots) {
    Set<Integer> botNumbers = new TreeSet<>();
    Dice dice = Dice.of(seed, "bots", 0);
    while (botNumbers.size() < bots) {
      botNumbers.add(dice.between(1, count));
    }
    List<Shopper> shoppers = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      shoppers.add(shopper(number, botNumbers.contains(number)));
    }
    return List.copyOf(shoppers);
  }

  private Shopper shopper(int number, boolean bot) {
    Dice dice = Dice.of(seed, "customer", number);
    Market market = dice.chance(SHARE_ZH) ? Market.ZH : Market.EN;
    PeopleVocabulary.Names names = people.names(market);
    Map.Entry<String, String> family = dice.pick(entries(names.familyNames()));
    Map.Entry<String, String> given = dice.pick(entries(names.givenNames()));
    Place place = place(names.places(), dice);
    ZoneId zone = ZoneId.of(place.timeZone());
    Taste taste = tastes.taste(market, dice);
    OffsetDateTime registeredAt = registration(zone, dice);
    Behavior behavior = Behavior.SHOPPING;
    if (bot) {
      behavior = Behavior.BOT;
    } else if (dice.chance(SHARE_ABSENT)) {
      behavior = Behavior.ABSENT;
    }
    return new Shopper(
        "c-" + Digits.padded(number, 5),
        market == Market.ZH
            ? family.getKey() + given.getKey()
            : given.getKey() + " " + family.getKey(),
        email(market, given.getValue(), family.getValue(), number),
        phone(place),
        market,
        zone,
        traits(place, taste, registeredAt, dice),
        consents(dice),
        registeredAt,
        behavior,
        1 + dice.logNormal(USUAL_VISITS, 0.95),
        taste);
  }

  private static List<Map.Entry<String, String>> entries(Map<String, String> names) {
    return new ArrayList<>(names.entrySet());
  }

  private static Place place(List<Place> places, Dice dice) {
    double[] shares = places.stream().mapToDouble(Place::share).toArray();
    return places.get(dice.weighted(shares));
  }

  private static String email(Market market, String given, String family, int number) {
    return market == Market.ZH
        ? family + "." + given + number + "@example.cn"
        : given + "." + family + number + "@example.com";
  }

  private String phone(Place place) {
    int used = phonesUsed.merge(place.timeZone(), 1, Integer::sum);
    return place.phone().number(used - 1);
  }

  /** Most customers were there before the half year began. */
  private OffsetDateTime registration(ZoneId zone, Dice dice) {
    int minutes =
        dice.chance(SHARE_NEW)
            ? dice.between(2 * 24 * 60, HalfYear.DAYS * 24 * 60)
            : dice.between(HalfYear.DAYS * 24 * 60, 1500 * 24 * 60);
    return halfYear.end().minusMinutes(minutes).atZoneSameInstant(zone).toOffsetDateTime();
  }

  private Map<String, Object> traits(
      Place place, Taste taste, OffsetDateTime registeredAt, Dice dice) {
    Map<String, Object> traits = new LinkedHashMap<>();
    traits.put("city", dice.pick(place.cities()));
    traits.put("ageBand", people.ageBands().get(dice.weighted(0.14, 0.32, 0.25, 0.15, 0.09, 0.05)));
    traits.put("memberLevel", people.memberLevels().get(dice.weighted(0.62, 0.23, 0.11, 0.04)));
    traits.put("signUpChannel", dice.pick(people.signUpChannels()));
    traits.put("registeredOn", registeredAt.toLocalDate().toString());
    if (dice.chance(0.4)) {
      traits.put("interests", favourites(taste));
    }
    return Collections.unmodifiableMap(traits);
  }

  /** The two categories that the customer named on signing up. */
  private static List<String> favourites(Taste taste) {
    return taste.categories().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(2)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Boolean> consents(Dice dice) {
    Map<String, Boolean> consents = new LinkedHashMap<>();
    consents.put("EMAIL_MARKETING", dice.chance(0.7));
    consents.put("SMS_MARKETING", dice.chance(0.35));
    consents.put("PERSONALIZATION", dice.chance(0.93));
    consents.put("ANALYTICS", dice.chance(0.88));
    return Collections.unmodifiableMap(consents);
  }
}
