package io.github.clinicaldata.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Reads JSON with Jackson, and each value by the type that its field has. */
public final class JsonReading {
    private JsonReading() {}

    /** A reader that lets no name come twice and nothing stand after the document. */
    public static ObjectMapper strict() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The values of an object by path; fails where one has another JSON type than its field. */
    static Map<String, String> flat(RecordSchema<?> schema, JsonNode object) {
        Map<String, String> flat = new LinkedHashMap<>();
        add("", ".", schema, object, flat);
        return flat;
    }

    /** Adds the values of the objects of a list. */
    public static void addGroups(
            String path,
            String separator,
            RecordSchema<?> schema,
            JsonNode list,
            Map<String, String> flat) {
        assertThat(list.isArray()).as(path).isTrue();
        for (int i = 0; i < list.size(); i++) {
            add(path + separator + i + separator, separator, schema, list.get(i), flat);
        }
    }

    private static void add(
            String prefix,
            String separator,
            RecordSchema<?> schema,
            JsonNode object,
            Map<String, String> flat) {
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
                add(path + separator, separator, group.schema(), value, flat);
            } else if (field instanceof Field.GroupListField<?, ?> groups) {
                addGroups(path, separator, groups.schema(), value, flat);
            } else if (field instanceof Field.TextListField<?>) {
                addList(path, value, flat);
            } else {
                assertThat(isOfType(field, value)).as("type of %s", path).isTrue();
                flat.put(
                        path,
                        field instanceof Field.DecimalField<?>
                                ? value.decimalValue().toPlainString()
                                : value.asText());
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
        if (field instanceof Field.DecimalField<?>) {
            return value.isNumber();
        }
        return field instanceof Field.IntegerField<?> ? value.isInt() : value.isTextual();
    }
}
