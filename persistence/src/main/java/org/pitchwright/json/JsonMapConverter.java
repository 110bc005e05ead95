package org.pitchwright.json;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A map in a {@code jsonb} column. */
@Converter
public class JsonMapConverter implements AttributeConverter<Map<String, Object>, Object> {
  @Override
  public Object convertToDatabaseColumn(@Nullable Map<String, Object> attribute) {
    return jsonb(Json.write(attribute == null ? Map.of() : attribute));
  }

  @Override
  public Map<String, Object> convertToEntityAttribute(@Nullable Object column) {
    return Json.readMap(column == null ? null : column.toString());
  }

  /** A JDBC parameter of type {@code jsonb}. */
  public static PGobject jsonb(String json) {
    try {
      PGobject value = new PGobject();
      value.setType("jsonb");
      value.setValue(json);
      return value;
    } catch (SQLException e) {
      throw new IllegalStateException("The driver refused a jsonb value", e);
    }
  }
}
