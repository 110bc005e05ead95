package org.pitchwright.operations.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The demo company, written as the three files that a real company would import. */
public final class DemoCompany {
  static final int CUSTOMERS = 5_000;
  static final int BOTS = 3;
  static final int EVENTS = 200_000;

  private DemoCompany() {}

  /**
   * Writes {@code items.csv}, {@code customers.csv} and {@code events.csv}: UTF-8, comma, a header
   * row, lines that end with LF. The same seed and moment give the same bytes, on every platform.
   *
   * @param folder made if it does not exist; files of these names are replaced
   * @param seed any number
   * @param now the end of the 180 days of behaviour, taken to the millisecond
   * @return how many rows were written
   * @throws IOException if a file cannot be written
   */
  public static DemoSummary write(Path folder, long seed, OffsetDateTime now) throws IOException {
    HalfYear halfYear = new HalfYear(now.truncatedTo(ChronoUnit.MILLIS));
    Vocabularies vocabularies = Vocabularies.load();
    List<Product> products =
        new CatalogGenerator(vocabularies, seed, halfYear.end().toLocalDate()).generate();
    List<Shopper> shoppers =
        new ShopperGenerator(vocabularies, seed, halfYear).generate(CUSTOMERS, BOTS);
    Assortment assortment = new Assortment(vocabularies, products);
    List<LogLine> lines = new EventLog(assortment, halfYear, seed).lines(shoppers, EVENTS);

    Files.createDirectories(folder);
    DemoFiles files = new DemoFiles(folder);
    files.writeItems(products);
    files.writeCustomers(shoppers);
    files.writeEvents(lines);
    return new DemoSummary(products.size(), shoppers.size(), lines.size(), Dirt.total());
  }
}
