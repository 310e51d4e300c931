package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the JSON bodies of requests strictly, so that each mistake is told with its field. */
public final class JsonBodies {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final int SHOWN = 60;

    private JsonBodies() {}

    /**
     * Reads the object of a body.
     *
     * @param example what is expected, such as <code>{"record_count": 5}</code>
     * @throws PlanRejected.Unreadable when it is no JSON, or no object
     */
    public static JsonNode object(byte @Nullable [] body, String example) {
        try {
            JsonNode tree = body == null ? null : JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JacksonException e) {
            throw unreadable("body", "is not JSON: " + place(e));
        } catch (IOException e) {
            throw unreadable("body", "can't be read");
        }
        throw unreadable("body", "must be a JSON object such as " + example);
    }

    /** A value as it was given, cut where it is long. */
    public static String shown(@Nullable JsonNode value) {
        String text = String.valueOf(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /**
     * Reads a body.
     *
     * @throws PlanRejected when it is no JSON or does not fit, by the field that does not
     */
    static <T> T read(byte[] body, Class<T> type) {
        try {
            T read = JSON.readValue(body, type);
            if (read == null) {
                throw unreadable("body", "must be a JSON object");
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw new PlanRejected.InvalidValue(
                    path(e),
                    "is not known here; known are "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        } catch (JsonParseException e) {
            throw unreadable("body", "is not JSON: " + place(e));
        } catch (JsonMappingException e) {
            String path = path(e);
            throw unreadable(
                    path.isEmpty() ? "body" : path, "has not the type that is needed: " + place(e));
        } catch (IOException e) {
            throw unreadable("body", "can't be read");
        }
    }

    private static PlanRejected unreadable(String field, String issue) {
        return new PlanRejected.Unreadable(List.of(new FieldProblem(field, issue)));
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "somewhere"
                : "line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
