package io.github.clinicaldata.transport.http.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.JsonBodies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The body of a request for a job: a JSON object whose fields are the parameters of streams, or the
 * older names of some.
 */
public final class JobBody {
    /** Fields of older clients, and the parameters that they mean. */
    public static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "record_count", "count",
                    "output_format", "format",
                    "ethnicity_filter", "ethnicity");

    /** The field that asks for a word about the file. */
    public static final String METADATA = "include_metadata";

    /** The youngest and the oldest age. */
    public static final String AGES = "age_range";

    /** What older clients call the format {@code x12}. */
    private static final String EDI = "edi";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> fieldOf = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private boolean metadata;

    private JobBody() {}

    /**
     * Reads a body; none is one without fields.
     *
     * @throws PlanRejected.Unreadable when it is no JSON object of such fields
     */
    static JobBody read(byte[] body) {
        JobBody read = new JobBody();
        if (body.length > 0) {
            read.fields(JsonBodies.object(body, "{\"record_count\": 100}"));
        }
        if (!read.problems.isEmpty()) {
            throw new PlanRejected.Unreadable(read.problems);
        }
        return read;
    }

    private void fields(JsonNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isNull()) {
                continue;
            }
            if (name.equals(METADATA)) {
                metadata = value.asBoolean();
                if (!value.isBoolean()) {
                    problem(name, value, "true or false");
                }
            } else if (name.equals(AGES)) {
                ages(value);
            } else {
                add(name, OTHER_NAMES.getOrDefault(name, name), text(name, value));
            }
        }
    }

    private void ages(JsonNode value) {
        if (!value.isArray() || value.size() != 2) {
            problem(AGES, value, "the youngest and the oldest age, such as [18, 64]");
            return;
        }
        add(AGES, "age_min", text(AGES, value.get(0)));
        add(AGES, "age_max", text(AGES, value.get(1)));
    }

    /** A value as a query would give it; the values of a list with commas between them. */
    private String text(String name, JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(scalar(name, each)));
            return String.join(",", texts);
        }
        String text = scalar(name, value);
        return name.equals("output_format") && text.equals(EDI) ? "x12" : text;
    }

    private String scalar(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            problem(name, value, "a text, a number, true or false");
        }
        return value.asText();
    }

    private void add(String field, String parameter, String value) {
        if (parameters.put(parameter, value) != null) {
            problems.add(
                    new FieldProblem(
                            field, "means the same as " + fieldOf.get(parameter) + "; give one"));
        }
        fieldOf.put(parameter, field);
    }

    private void problem(String field, JsonNode value, String expected) {
        problems.add(new FieldProblem(field, JsonBodies.shown(value) + " is not " + expected));
    }

    /** The parameters of the stream. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** Whether the client wants to be told about the file. */
    boolean metadata() {
        return metadata;
    }

    /** What the client calls each parameter. */
    Map<String, String> fields() {
        return fieldOf;
    }
}
