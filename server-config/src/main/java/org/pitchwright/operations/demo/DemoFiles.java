package org.pitchwright.operations.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pitchwright.operations.demo.LogLine.Column;

/** The three files of the company in their folder. */
record DemoFiles(Path folder) {

  void writeItems(List<Product> products) throws IOException {
    try (CsvWriter csv = open("items.csv")) {
      csv.writeRecord(
          "item_id",
          "title",
          "description",
          "category",
          "price",
          "currency",
          "language",
          "attributes",
          "image_url",
          "active");
      for (Product product : products) {
        Variant variant = product.variant();
        csv.writeRecord(
            product.id(),
            variant.title(),
            variant.description(),
            variant.category(),
            variant.price().toPlainString(),
            product.market().currency(),
            product.market().language(),
            LineWriter.json(variant.attributes()),
            "",
            String.valueOf(product.active()));
      }
    }
  }

  void writeCustomers(List<Shopper> shoppers) throws IOException {
    try (CsvWriter csv = open("customers.csv")) {
      csv.writeRecord(
          "customer_id", "name", "email", "phone", "language", "time_zone", "traits", "consents");
      for (Shopper shopper : shoppers) {
        csv.writeRecord(
            shopper.id(),
            shopper.name(),
            shopper.email(),
            shopper.phone(),
            shopper.market().language(),
            shopper.zone().getId(),
            LineWriter.json(shopper.traits()),
            consents(shopper.consents()));
      }
    }
  }

  private static String consents(Map<String, Boolean> consents) {
    return consents.entrySet().stream()
        .map(consent -> consent.getKey() + ":" + consent.getValue())
        .collect(Collectors.joining(";"));
  }

  void writeEvents(List<LogLine> lines) throws IOException {
    try (CsvWriter csv = open("events.csv")) {
      csv.writeRecord(
          Stream.of(Column.values()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
      for (LogLine line : lines) {
        csv.writeRecord(line.fields());
      }
    }
  }

  private CsvWriter open(String name) throws IOException {
    return CsvWriter.builder()
        .lineDelimiter(LineDelimiter.LF)
        .build(Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8));
  }
}
