package org.pitchwright.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.pitchwright.problem.ProblemException;

/**
 * Reads JSON that keeps its word: a member that is not known, missing, given twice or of another
 * type is refused, with the place and what is expected there.
 */
public final class StrictJson {
  private static final ObjectMapper MAPPER = strict();

  private StrictJson() {}

  private static ObjectMapper strict() {
    ObjectMapper mapper =
        Json.mapper()
            .copy()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    for (CoercionInputShape shape :
        new CoercionInputShape[] {
          CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
      mapper.coercionConfigFor(LogicalType.DateTime).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }

  /**
   * The value in a body.
   *
   * @throws ProblemException if the body is empty or not such a value; the pointer tells where
   * @throws IOException if the body cannot be read to its end
   */
  public static Object read(InputStream body, Type type) throws IOException {
    JavaType javaType = MAPPER.constructType(type);
    ObjectReader reader = MAPPER.readerFor(javaType);
    try (JsonParser parser = MAPPER.createParser(body)) {
      if (parser.nextToken() == null) {
        throw ProblemException.invalid("", "The body is empty; it must be a JSON object");
      }
      Object value = reader.readValue(parser);
      if (value == null) {
        throw ProblemException.invalid("", "The body is null; it must be a JSON object");
      }
      return value;
    } catch (JsonMappingException e) {
      throw refused(e);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  /**
   * A part of a body as a value.
   *
   * @throws ProblemException if it is not such a value; the pointer starts at the part
   */
  public static <T> T convert(JsonNode part, Class<T> type) {
    try {
      T value = MAPPER.treeToValue(part, type);
      if (value == null) {
        throw ProblemException.invalid("", "must be an object, not null");
      }
      return value;
    } catch (JsonMappingException e) {
      throw refused(e);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  private static ProblemException malformed(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    String where =
        place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return ProblemException.invalid(
        "", "The body is not valid JSON" + where + ": " + e.getOriginalMessage());
  }

  private static ProblemException refused(JsonMappingException e) {
    if (e.getCause() instanceof JsonProcessingException cause
        && !(cause instanceof JsonMappingException)) {
      // Malformed JSON or a number that overflows inside a value.
      return cause instanceof InputCoercionException
          ? ProblemException.invalid(pointer(e), cause.getOriginalMessage())
          : malformed(cause);
    }
    if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
      return ProblemException.invalid(pointer(e), cause.getMessage());
    }
    return ProblemException.invalid(pointer(e), detail(e));
  }

  private static String detail(JsonMappingException e) {
    String member = member(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "There is no member "
          + unknown.getPropertyName()
          + "; known are "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (e instanceof InvalidFormatException wrong) {
      return member + " must be " + expected(wrong.getTargetType()) + ", not " + shown(wrong);
    }
    if (e instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException wrong) {
      String message = String.valueOf(wrong.getOriginalMessage());
      if (message.startsWith("Missing required creator property")) {
        return member + " is needed";
      }
      return wrong.getTargetType() == null
          ? message
          : member + " must be " + expected(wrong.getTargetType());
    }
    return String.valueOf(e.getOriginalMessage());
  }

  private static String member(JsonMappingException e) {
    List<JsonMappingException.Reference> path = e.getPath();
    if (path.isEmpty()) {
      return "The body";
    }
    JsonMappingException.Reference last = path.get(path.size() - 1);
    return last.getFieldName() == null ? "Entry " + last.getIndex() : last.getFieldName();
  }

  private static String shown(InvalidFormatException e) {
    String text = String.valueOf(e.getValue());
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "String" -> "a text in quotes";
      case "OffsetDateTime" -> "a time with offset such as 2026-11-01T10:00:00Z";
      case "boolean", "Boolean" -> "true or false";
      case "int", "Integer", "long", "Long", "BigInteger" -> "a whole number";
      case "double", "Double", "float", "Float", "BigDecimal" -> "a number";
      case "List", "ArrayList", "Set", "Collection" -> "an array";
      default -> "an object";
    };
  }

  /** The place as a JSON pointer (RFC 6901). */
  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      String name =
          step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
