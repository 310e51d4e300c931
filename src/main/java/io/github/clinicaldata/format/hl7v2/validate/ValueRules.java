package io.github.clinicaldata.format.hl7v2.validate;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Composite;
import ca.uhn.hl7v2.model.Primitive;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.model.Varies;
import ca.uhn.hl7v2.validation.PrimitiveTypeRule;
import ca.uhn.hl7v2.validation.ValidationContext;

/** The forms of dates, times, numbers and the like, by HAPI's rules of the data types. */
final class ValueRules {
    private static final String VERSION = "2.5.1";

    private final ValidationContext rules;

    ValueRules(ValidationContext rules) {
        this.rules = rules;
    }

    /** Looks at all values of a field. */
    void check(Segment segment, int occurrence, int field, Findings findings) throws HL7Exception {
        for (Type each : segment.getField(field)) {
            check(each, new Place(segment.getName(), occurrence, field), 0, findings);
        }
    }

    private record Place(String segment, int occurrence, int field) {}

    private void check(Type type, Place place, int component, Findings findings) {
        if (type instanceof Varies varies) {
            check(varies.getData(), place, component, findings);
        } else if (type instanceof Composite composite) {
            Type[] parts = composite.getComponents();
            for (int i = 0; i < parts.length; i++) {
                check(parts[i], place, component == 0 ? i + 1 : component, findings);
            }
        } else if (type instanceof Primitive primitive) {
            check(primitive, place, component, findings);
        }
    }

    private void check(Primitive primitive, Place place, int component, Findings findings) {
        String value = primitive.getValue();
        if (value == null || value.isEmpty()) {
            return;
        }
        for (PrimitiveTypeRule rule :
                rules.getPrimitiveRules(VERSION, primitive.getName(), primitive)) {
            if (rule.apply(value).length > 0) {
                findings.add(
                        Severity.ERROR,
                        place.segment(),
                        place.occurrence(),
                        place.field(),
                        component,
                        "value-wrong",
                        "The value has not the form of " + primitive.getName());
                return;
            }
        }
    }
}
