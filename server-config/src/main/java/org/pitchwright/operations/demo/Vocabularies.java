package org.pitchwright.operations.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The words from which the company is made, read from the resources beside this class. */
record Vocabularies(
    List<CategoryVocabulary> categories, CommonVocabulary common, PeopleVocabulary people) {
  private static final List<String> CATEGORIES =
      List.of(
          "phones",
          "computers",
          "camping",
          "coffee",
          "baby",
          "kitchen",
          "home",
          "fashion",
          "sports",
          "beauty",
          "books",
          "pets");

  static Vocabularies load() {
    ObjectMapper mapper = new ObjectMapper();
    List<CategoryVocabulary> categories = new ArrayList<>();
    for (String category : CATEGORIES) {
      categories.add(read(mapper, "catalog/" + category + ".json", CategoryVocabulary.class));
    }
    return new Vocabularies(
        List.copyOf(categories),
        read(mapper, "common.json", CommonVocabulary.class),
        read(mapper, "people.json", PeopleVocabulary.class));
  }

  private static <T> T read(ObjectMapper mapper, String name, Class<T> type) {
    try (InputStream in = Vocabularies.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("Resource " + name + " is not in this jar; rebuild it");
      }
      return mapper.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo company's vocabulary " + name + " is unusable", e);
    }
  }
}
