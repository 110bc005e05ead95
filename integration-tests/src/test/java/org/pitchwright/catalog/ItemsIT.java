package org.pitchwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pitchwright.testing.ApiClient.key;
import static org.pitchwright.testing.ApiClient.object;
import static org.pitchwright.testing.ProblemAssert.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pitchwright.testing.ApiClient;
import org.pitchwright.testing.Reply;

/** Items over REST. */
class ItemsIT {
  private final ApiClient crm = ApiClient.crm();

  @Test
  void anItemIsCreatedThenReadThenReplaced() {
    String path = "items/" + key("item");

    Reply created = crm.put(path, item());
    Reply read = crm.get(path);
    Reply replaced = crm.put(path, item().put("title", "Phone 2"));

    assertThat(created.status()).isEqualTo(201);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
    for (String member :
        List.of("title", "description", "category", "price", "currency", "language", "active")) {
      assertThat(read.json().get(member)).as(member).isEqualTo(item().get(member));
    }
    assertThat(read.json().at("/attributes/colour").asText()).isEqualTo("red");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.header("ETag")).isNotEqualTo(created.header("ETag"));
    assertThat(crm.get(path).json().get("title").asText()).isEqualTo("Phone 2");
  }

  @Test
  void membersThatMayBeNullMayBeLeftOut() {
    ObjectNode item = item();
    item.remove("imageUrl");

    assertThat(crm.put("items/" + key("item"), item).status()).isEqualTo(201);
  }

  @Test
  void aKeyMayHoldAnyPrintableCharacters() {
    String path = "items/" + ApiClient.encode(key("手机 & co"));

    assertThat(crm.put(path, item()).status()).isEqualTo(201);
    assertThat(crm.get(path).status()).isEqualTo(200);
  }

  @Test
  void aChangeOfWhatSomebodyElseChangedIsRefused() {
    String path = "items/" + key("item");
    String first = crm.put(path, item()).header("ETag");
    String second = crm.put(path, item(), "If-Match", first).header("ETag");

    assertProblem(crm.put(path, item(), "If-Match", first), 412, "precondition-failed");
    assertThat(crm.put(path, item(), "If-Match", second).status()).isEqualTo(200);
    assertProblem(crm.put(path, item(), "If-None-Match", "*"), 412, "precondition-failed");
    assertProblem(
        crm.put("items/" + key("item"), item(), "If-Match", "\"1\""), 412, "precondition-failed");
  }

  @Test
  void everyPlaceThatIsWrongIsNamed() {
    ObjectNode item = item().put("title", "").put("currency", "XQZ").put("language", "??");

    assertProblem(
        crm.put("items/" + key("item"), item),
        400,
        "invalid-request",
        "/title",
        "/currency",
        "/language");
  }

  @Test
  void typesAreNotGuessed() {
    String path = "items/" + key("item");

    assertProblem(crm.put(path, item().put("price", 19.9)), 400, "invalid-request", "/price");
    assertProblem(crm.put(path, item().put("price", "cheap")), 400, "invalid-request", "/price");
    assertProblem(crm.put(path, item().put("active", "yes")), 400, "invalid-request", "/active");
    assertProblem(crm.put(path, item().put("colour", "red")), 400, "invalid-request", "/colour");
    ObjectNode untitled = item();
    untitled.remove("title");
    assertProblem(crm.put(path, untitled), 400, "invalid-request", "/title");
  }

  @Test
  void anItemThatIsNotThereIsNotFound() {
    assertProblem(crm.get("items/" + key("item")), 404, "not-found");
    assertProblem(crm.get("items/" + key("item") + "/similar"), 404, "not-found");
  }

  @Test
  void aListIsReadPageByPageInTheOrderOfItsKeys() {
    String prefix = key("page");
    for (int i = 0; i < 5; i++) {
      crm.put("items/" + prefix + "-" + i, item().put("title", "Item of " + prefix));
    }

    List<String> keys = new ArrayList<>();
    String next = "";
    int pages = 0;
    do {
      Reply page =
          crm.get("items?limit=2&query=" + prefix + (next.isEmpty() ? "" : "&cursor=" + next));
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      JsonNode items = page.json().get("items");
      assertThat(items.size()).isBetween(1, 2);
      items.forEach(item -> keys.add(item.get("itemId").asText()));
      JsonNode cursor = page.json().path("next");
      next = cursor.isMissingNode() || cursor.isNull() ? "" : ApiClient.encode(cursor.asText());
      pages++;
    } while (!next.isEmpty());

    assertThat(pages).isEqualTo(3);
    assertThat(keys)
        .containsExactly(prefix + "-0", prefix + "-1", prefix + "-2", prefix + "-3", prefix + "-4");
  }

  @Test
  void limitsAndCursorsThatAreNoneAreRefused() {
    for (String limit : List.of("0", "201", "-1", "many", "")) {
      assertProblem(crm.get("items?limit=" + limit), 400, "invalid-request", "/limit");
    }
    assertThat(crm.get("items?limit=200").json().get("items")).hasSize(200);
    assertProblem(crm.get("items?cursor=%25%25"), 400, "invalid-request", "/cursor");
  }

  private static ObjectNode item() {
    return object(
        """
        {"title":"Phone","description":"A phone","category":"phones","price":"19.90",
         "currency":"CNY","language":"zh","attributes":{"colour":"red"},"imageUrl":null,
         "active":true}""");
  }
}
