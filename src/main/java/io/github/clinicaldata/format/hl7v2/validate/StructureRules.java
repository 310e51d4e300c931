package io.github.clinicaldata.format.hl7v2.validate;

import ca.uhn.hl7v2.AbstractHL7Exception;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.Location;
import ca.uhn.hl7v2.model.Group;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.parser.UnexpectedSegmentBehaviourEnum;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the standard's structures say, by HAPI: segments in their place, what is required, how often
 * a field may repeat, and the forms of dates, times and numbers. Not safe for use by several
 * threads.
 */
final class StructureRules {
    private static final class Holder {
        static final HapiContext CONTEXT = context();

        private static HapiContext context() {
            HapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5.1"));
            context.setValidationContext(ValidationContextFactory.defaultValidation());
            context.getParserConfiguration().setValidating(false);
            context.getParserConfiguration()
                    .setUnexpectedSegmentBehaviour(
                            UnexpectedSegmentBehaviourEnum.THROW_HL7_EXCEPTION);
            return context;
        }
    }

    private final HapiContext context = Holder.CONTEXT;
    private final PipeParser parser = context.getPipeParser();
    private final ValueRules values = new ValueRules(context.getValidationContext());
    private final Map<String, Integer> occurrences = new HashMap<>();

    /** Looks at a message. */
    void check(String text, Findings findings) {
        try {
            Message message = parser.parse(text);
            occurrences.clear();
            check(message, findings);
        } catch (HL7Exception e) {
            add(e, code(e), findings);
        } catch (RuntimeException e) {
            findings.error("message-unreadable", "The message can't be read: " + e.getMessage());
        }
    }

    private static String code(HL7Exception failure) {
        return switch (Objects.requireNonNull(failure.getError())) {
            case UNSUPPORTED_MESSAGE_TYPE, UNSUPPORTED_EVENT_CODE -> "message-type-unknown";
            case UNSUPPORTED_VERSION_ID -> "version-wrong";
            case REQUIRED_FIELD_MISSING -> "field-missing";
            case DATA_TYPE_ERROR -> "value-wrong";
            default -> {
                String message = String.valueOf(failure.getMessage());
                yield message.contains("segment") || message.contains("structure")
                        ? "segment-unexpected"
                        : "message-unreadable";
            }
        };
    }

    private static void add(AbstractHL7Exception failure, String code, Findings findings) {
        Location at = failure.getLocation();
        String segment = at == null ? null : at.getSegmentName();
        findings.add(
                Severity.ERROR,
                segment == null ? "" : segment,
                segment == null ? 0 : Math.max(1, at.getSegmentRepetition() + 1),
                segment == null ? 0 : Math.max(0, at.getField()),
                segment == null ? 0 : Math.max(0, at.getComponent()),
                code,
                String.valueOf(failure.getMessage()));
    }

    /** Looks for what a group must have, and into what it has. */
    private void check(Group group, Findings findings) throws HL7Exception {
        for (String name : group.getNames()) {
            boolean found = false;
            for (Structure each : group.getAll(name)) {
                if (each.isEmpty()) {
                    continue;
                }
                found = true;
                if (each instanceof Group inner) {
                    check(inner, findings);
                } else if (each instanceof Segment segment) {
                    check(segment, findings);
                }
            }
            if (!found && group.isRequired(name)) {
                missing(group, name, findings);
            }
        }
    }

    private static void missing(Group group, String name, Findings findings) {
        String segment = name.length() > 3 ? "" : name;
        findings.add(
                Severity.ERROR,
                segment,
                0,
                0,
                0,
                "segment-missing",
                (segment.isEmpty() ? "The group " : "The segment ")
                        + name
                        + " is missing in "
                        + group.getName());
    }

    private void check(Segment segment, Findings findings) throws HL7Exception {
        int occurrence = occurrences.merge(segment.getName(), 1, Integer::sum);
        for (int field = 1; field <= segment.numFields(); field++) {
            values.check(segment, occurrence, field, findings);
            String problem = problem(segment, field);
            if (problem != null) {
                findings.add(
                        Severity.ERROR,
                        segment.getName(),
                        occurrence,
                        field,
                        0,
                        problem,
                        segment.getName()
                                + "-"
                                + field
                                + (problem.equals("field-missing")
                                        ? " is required"
                                        : " comes too often"));
            }
        }
    }

    private static @Nullable String problem(Segment segment, int field) throws HL7Exception {
        Type[] found = segment.getField(field);
        boolean empty = true;
        for (Type each : found) {
            empty &= each.isEmpty();
        }
        if (empty && segment.isRequired(field)) {
            return "field-missing";
        }
        int most = segment.getMaxCardinality(field);
        return most > 0 && found.length > most ? "field-repeated" : null;
    }
}
