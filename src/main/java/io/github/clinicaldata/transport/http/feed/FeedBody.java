package io.github.clinicaldata.transport.http.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.feed.Feed;
import io.github.clinicaldata.feed.target.TargetCatalog;
import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.JsonBodies;
import io.github.clinicaldata.transport.http.ParameterFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a feed: a JSON object that says what is pushed and where, and whose
 * other fields are the parameters of streams. Values of the target are never told in an error: they
 * may be secrets.
 */
public final class FeedBody {
    /** What is pushed. */
    public static final String KIND = "kind";

    /** Where it goes. */
    public static final String TARGET = "target";

    /** How many records are sent and acknowledged together. */
    public static final String BATCH = "batch";

    /** What happens when the target refuses records. */
    public static final String ON_REFUSAL = "on_refusal";

    private static final String EXAMPLE =
            "{\"kind\": \"members\", \"target\": {\"type\": \"http\", \"url\":"
                    + " \"https://intake.example.org\"}}";

    private final ParameterFields fields = new ParameterFields();
    private final Map<String, String> settings = new TreeMap<>();
    private @Nullable String kind;
    private @Nullable String targetType;
    private @Nullable Long batch;
    private Feed.OnRefusal onRefusal = Feed.OnRefusal.STOP;

    private FeedBody() {}

    /** The words for what happens when the target refuses records. */
    public static List<String> onRefusals() {
        return Arrays.stream(Feed.OnRefusal.values()).map(Feed.OnRefusal::word).toList();
    }

    /**
     * Reads a body.
     *
     * @throws PlanRejected when it is no JSON object of such fields
     */
    static FeedBody read(byte[] body) {
        FeedBody read = new FeedBody();
        for (Map.Entry<String, JsonNode> field : JsonBodies.object(body, EXAMPLE).properties()) {
            if (!field.getValue().isNull()) {
                read.field(field.getKey(), field.getValue());
            }
        }
        read.fields.refuseProblems();
        if (read.kind == null) {
            throw new PlanRejected.InvalidValue(KIND, "is needed: what is to be pushed");
        }
        if (read.targetType == null) {
            throw new PlanRejected.InvalidValue(
                    TARGET, "is needed: where records are pushed to, in an object with its type");
        }
        return read;
    }

    private void field(String name, JsonNode value) {
        switch (name) {
            case KIND -> kind = text(name, value);
            case TARGET -> target(value);
            case BATCH -> {
                if (value.isIntegralNumber() && value.canConvertToLong()) {
                    batch = value.asLong();
                } else {
                    fields.problem(name, value, "a whole number");
                }
            }
            case ON_REFUSAL -> onRefusal(value);
            default -> fields.read(name, value);
        }
    }

    private @Nullable String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            fields.problem(name, value, "a text");
            return null;
        }
        return value.asText();
    }

    private void onRefusal(JsonNode value) {
        if (value.isTextual() && onRefusals().contains(value.asText())) {
            onRefusal = Feed.OnRefusal.valueOf(value.asText().toUpperCase(Locale.ROOT));
        } else {
            fields.problem(ON_REFUSAL, value, "one of " + String.join(", ", onRefusals()));
        }
    }

    private void target(JsonNode value) {
        if (!value.isObject()) {
            fields.problem(TARGET, "must be an object with its type, such as \"http\"");
            return;
        }
        targetType = "";
        for (Map.Entry<String, JsonNode> setting : value.properties()) {
            String name = setting.getKey();
            if (name.equals(TargetCatalog.TYPE)) {
                String type = text(TARGET + "." + name, setting.getValue());
                targetType = type == null ? "" : type;
            } else {
                setting(name, setting.getValue(), true);
            }
        }
    }

    private void setting(String name, JsonNode value, boolean mayBeObject) {
        if (value.isNull()) {
            return;
        }
        if (value.isObject() && mayBeObject) {
            value.properties()
                    .forEach(each -> setting(name + "." + each.getKey(), each.getValue(), false));
        } else if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            settings.put(name, String.join(",", texts));
        } else if (value.isValueNode()) {
            settings.put(name, value.asText());
        } else {
            fields.problem(TARGET + "." + name, "must be a text, a number, true or false");
        }
    }

    String kind() {
        return String.valueOf(kind);
    }

    String targetType() {
        return String.valueOf(targetType);
    }

    TargetSettings target() {
        return new TargetSettings(settings);
    }

    @Nullable Long batch() {
        return batch;
    }

    Feed.OnRefusal onRefusal() {
        return onRefusal;
    }

    /** The parameters of the stream. */
    Map<String, String> parameters() {
        return fields.parameters();
    }

    /** A refusal in the client's words. */
    PlanRejected said(PlanRejected refusal) {
        return fields.said(refusal);
    }
}
