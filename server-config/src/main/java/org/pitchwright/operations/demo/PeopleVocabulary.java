package org.pitchwright.operations.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names, places and habits of the customers, as the resource file gives them. */
record PeopleVocabulary(
    Names en,
    Names zh,
    List<String> ageBands,
    List<String> memberLevels,
    List<String> signUpChannels) {

  Names names(Market market) {
    return market == Market.ZH ? zh : en;
  }

  /**
   * Who lives in a market.
   *
   * @param familyNames written form to the form in an e-mail address
   * @param givenNames likewise
   * @param places where they live
   */
  record Names(
      Map<String, String> familyNames, Map<String, String> givenNames, List<Place> places) {}

  /**
   * A part of the market with one time zone.
   *
   * @param timeZone IANA name
   * @param share of the market's customers
   */
  record Place(String timeZone, double share, PhoneRange phone, List<String> cities) {}

  /**
   * Telephone numbers that belong to nobody: 555-01xx in North America (NANPA), 07700 900xxx in the
   * United Kingdom (Ofcom), and 100xxxxxxxx in China, where no mobile number begins with 10.
   *
   * @param prefix what each number begins with, country code included
   * @param areas North American area codes, each followed by 555-01; null elsewhere
   * @param digits how many more digits follow
   */
  record PhoneRange(String prefix, @Nullable List<String> areas, int digits) {
    /** The number at this place in the range, which repeats itself when it is used up. */
    String number(int index) {
      int size = (int) StrictMath.pow(10, digits);
      String rest = Digits.padded(index % size, digits);
      if (areas == null) {
        return prefix + rest;
      }
      return prefix + areas.get((index / size) % areas.size()) + "55501" + rest;
    }
  }
}
