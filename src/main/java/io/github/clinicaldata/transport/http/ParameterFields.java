package io.github.clinicaldata.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a body that are parameters of streams, or the older names of some. Collects what is
 * wrong with a body.
 */
public final class ParameterFields {
    /** Fields of older clients, and the parameters that they mean. */
    public static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "record_count", "count",
                    "output_format", "format",
                    "ethnicity_filter", "ethnicity");

    /** The youngest and the oldest age. */
    public static final String AGES = "age_range";

    /** What older clients call the format {@code x12}. */
    private static final String EDI = "edi";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> fieldOf = new LinkedHashMap<>();
    private final Map<String, String> otherWords = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    /** Reads a field. */
    public void read(String name, JsonNode value) {
        if (name.equals(AGES)) {
            ages(value);
        } else {
            add(name, OTHER_NAMES.getOrDefault(name, name), text(name, value));
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
        if (name.equals("output_format") && text.equals(EDI)) {
            otherWords.put(OTHER_NAMES.getOrDefault(name, name), text);
            return "x12";
        }
        return text;
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

    /** Says that a field has not the type that is needed. */
    public void problem(String field, JsonNode value, String expected) {
        problems.add(new FieldProblem(field, JsonBodies.shown(value) + " is not " + expected));
    }

    /** Says what is wrong with a field, without its value. */
    public void problem(String field, String issue) {
        problems.add(new FieldProblem(field, issue));
    }

    /**
     * Ends the reading.
     *
     * @throws PlanRejected.Unreadable when a field was wrong
     */
    public void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new PlanRejected.Unreadable(problems);
        }
    }

    /** The parameters of the stream. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** A refusal in the client's words: its names of parameters, and what it gave for them. */
    public PlanRejected said(PlanRejected refusal) {
        return refusal.renamed(fieldOf, otherWords);
    }
}
