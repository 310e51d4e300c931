package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.NearestName;
import io.github.clinicaldata.plan.PlanRejected;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every kind of target that announced itself, in the order of their names. */
@Singleton
public final class TargetCatalog {
    /** The field that names the kind of target. */
    public static final String TYPE = "type";

    private final SortedMap<String, TargetKind> kinds = new TreeMap<>();

    @Inject
    TargetCatalog(Instance<TargetKind> kinds) {
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
    }

    /** All kinds of targets. */
    public Collection<TargetKind> all() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    /** Their names. */
    public Collection<String> names() {
        return Collections.unmodifiableSet(kinds.keySet());
    }

    /**
     * The kind of a name.
     *
     * @throws PlanRejected when there is none
     */
    public TargetKind named(@Nullable String name) {
        TargetKind kind = name == null ? null : kinds.get(name);
        if (kind == null) {
            String issue = "must be one of " + String.join(", ", kinds.keySet());
            throw new PlanRejected.InvalidValue(
                    "target.type", name == null ? issue : '"' + name + "\" " + issue);
        }
        return kind;
    }

    /**
     * Checks what a client says of a target, by the name of each field.
     *
     * @throws PlanRejected when a field is not known or missing, or such a target is not allowed
     */
    public void check(TargetKind kind, TargetSettings settings) {
        List<FieldProblem> problems = new ArrayList<>();
        for (Map.Entry<String, String> setting : settings.values().entrySet()) {
            String name = setting.getKey();
            if (kind.fields().stream().noneMatch(field -> field.covers(name))) {
                problems.add(new FieldProblem("target." + name, notKnown(kind, name)));
            }
        }
        for (TargetField field : kind.fields()) {
            String value = settings.get(field.name());
            if (field.required() && value == null) {
                problems.add(
                        new FieldProblem(
                                "target." + field.name(),
                                "is needed: "
                                        + field.description()
                                        + ", such as "
                                        + field.example()));
            } else if (value != null) {
                type(field, value, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new PlanRejected.InvalidValue(problems);
        }
        kind.check(settings);
    }

    private static String notKnown(TargetKind kind, String name) {
        List<String> known = new ArrayList<>();
        known.add(TYPE);
        kind.fields().forEach(field -> known.add(field.name()));
        return "is not known of " + kind.name() + "; " + NearestName.hint(name, known);
    }

    private static void type(TargetField field, String value, List<FieldProblem> problems) {
        boolean fits =
                switch (field.type()) {
                    case TEXT -> !value.isBlank();
                    case NUMBER -> value.matches("[0-9]{1,9}");
                    case SWITCH -> value.equals("true") || value.equals("false");
                    case TEXTS -> false;
                };
        if (!fits) {
            String expected =
                    switch (field.type()) {
                        case TEXT -> "a text that is not empty";
                        case NUMBER -> "a whole number";
                        case SWITCH -> "true or false";
                        case TEXTS -> "an object of texts";
                    };
            problems.add(new FieldProblem("target." + field.name(), "must be " + expected));
        }
    }

    /** What may be shown of a target. */
    public TargetSettings shown(TargetKind kind, TargetSettings settings) {
        Map<String, String> shown = new TreeMap<>();
        settings.values().forEach((name, value) -> shown.put(name, shown(kind, name, value)));
        return new TargetSettings(shown);
    }

    private static String shown(TargetKind kind, String name, String value) {
        for (TargetField field : kind.fields()) {
            if (field.covers(name)) {
                return kind.shown(field, value);
            }
        }
        return TargetSettings.TAKEN_OUT;
    }

    /** What of a target is not shown, or not as it is. */
    public Map<String, String> hidden(TargetKind kind, TargetSettings settings) {
        Map<String, String> hidden = new TreeMap<>();
        settings.values()
                .forEach(
                        (name, value) -> {
                            if (!shown(kind, name, value).equals(value)) {
                                hidden.put(name, value);
                            }
                        });
        return hidden;
    }
}
