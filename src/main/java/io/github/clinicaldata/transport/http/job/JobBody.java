package io.github.clinicaldata.transport.http.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.JsonBodies;
import io.github.clinicaldata.transport.http.ParameterFields;
import java.util.Map;

/**
 * The body of a request for a job: a JSON object whose fields are the parameters of streams, or the
 * older names of some.
 */
public final class JobBody {
    /** The field that asks for a word about the file. */
    public static final String METADATA = "include_metadata";

    private final ParameterFields fields = new ParameterFields();
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
        read.fields.refuseProblems();
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
                    fields.problem(name, value, "true or false");
                }
            } else {
                fields.read(name, value);
            }
        }
    }

    /** The parameters of the stream. */
    Map<String, String> parameters() {
        return fields.parameters();
    }

    /** Whether the client wants to be told about the file. */
    boolean metadata() {
        return metadata;
    }

    /** A refusal in the client's words. */
    PlanRejected said(PlanRejected refusal) {
        return fields.said(refusal);
    }
}
