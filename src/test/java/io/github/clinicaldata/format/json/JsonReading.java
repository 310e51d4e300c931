package io.github.clinicaldata.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Reads JSON with Jackson, and each value by the type that its field has. */
final class JsonReading {
    private JsonReading() {}

    /** A reader that lets no name come twice and nothing stand after the document. */
    static ObjectMapper strict() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The values of an object by path; fails where one has another JSON type than its field. */
    static Map<String, String> flat(RecordSchema<?> schema, JsonNode object) {
        Map<String, String> flat = new LinkedHashMap<>();
        add("", schema, object, flat);
        return flat;
    }

    private static void add(
            String prefix, RecordSchema<?> schema, JsonNode object, Map<String, String> flat) {
        int found = 0;
        for (Field<?> field : schema.fields()) {
            JsonNode value = object.get(field.name());
            if (value == null) {
                continue;
            }
            found++;
            String path = prefix + field.name();
            if (field instanceof Field.GroupField<?, ?> group) {
                assertThat(value.isObject()).as(path).isTrue();
                add(path + ".", group.schema(), value, flat);
            } else if (field instanceof Field.TextListField<?>) {
                addList(path, value, flat);
            } else {
                assertThat(isOfType(field, value)).as("type of %s", path).isTrue();
                flat.put(path, value.asText());
            }
        }
        assertThat(object.size()).as("fields that no schema has in %s", object).isEqualTo(found);
    }

    private static void addList(String path, JsonNode value, Map<String, String> flat) {
        assertThat(value.isArray()).as(path).isTrue();
        StringJoiner joined = new StringJoiner(";");
        value.forEach(each -> joined.add(each.asText()));
        if (!value.isEmpty()) {
            flat.put(path, joined.toString());
        }
    }

    private static boolean isOfType(Field<?> field, JsonNode value) {
        if (field instanceof Field.BooleanField<?>) {
            return value.isBoolean();
        }
        return field instanceof Field.IntegerField<?> ? value.isInt() : value.isTextual();
    }
}
