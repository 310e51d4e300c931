package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.measurement.Flag;
import io.github.clinicaldata.record.measurement.Result;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes values with their interpretation and reference range, of observations and components. */
final class ResultWriter {
    private static final Element VALUE_QUANTITY = Element.of("valueQuantity");
    private static final Element VALUE_CONCEPT = Element.of("valueCodeableConcept");
    private static final Element INTERPRETATION = Element.of("interpretation");
    private static final Element REFERENCE_RANGE = Element.of("referenceRange");
    private static final Element UNIT = Element.of("unit");
    private static final Element LOW = Element.of("low");
    private static final Element HIGH = Element.of("high");
    private static final Fragment UCUM =
            Fragments.text(Elements.SYSTEM, "http://unitsofmeasure.org");

    /** What stands where there is no value yet. */
    static final Fragment NOT_YET_KNOWN =
            Fragments.concept(
                    Element.of("dataAbsentReason"),
                    Text.of("http://terminology.hl7.org/CodeSystem/data-absent-reason"),
                    "temp-unknown",
                    "Temporarily Unknown");

    private static final Fragment[] INTERPRETATIONS =
            Arrays.stream(Flag.values()).map(ResultWriter::interpretation).toArray(Fragment[]::new);

    private ResultWriter() {}

    private static Fragment interpretation(Flag flag) {
        String display =
                switch (flag) {
                    case N -> "Normal";
                    case L -> "Low";
                    case H -> "High";
                    case LL -> "Critical low";
                    case HH -> "Critical high";
                    case A -> "Abnormal";
                };
        return Fragments.concepts(
                INTERPRETATION,
                Text.of("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"),
                flag.code().toString(),
                display);
    }

    /** Writes a value, or that there is none yet, and what belongs to it. */
    static void write(ResourceWriter writer, @Nullable Result result) {
        if (result == null) {
            writer.fixed(NOT_YET_KNOWN);
            return;
        }
        value(writer, result);
        Flag flag = result.flag();
        if (flag != null) {
            writer.fixed(INTERPRETATIONS[flag.ordinal()]);
        }
        range(writer, result);
    }

    private static void value(ResourceWriter writer, Result result) {
        Text text = result.text();
        Text answer = result.answer();
        if (result.value() != Field.DecimalField.ABSENT) {
            quantity(writer, VALUE_QUANTITY, result.value(), result);
        } else if (answer != null && text != null) {
            CodingSystem.LOINC.concept(writer, VALUE_CONCEPT, answer, null, text);
        } else if (text != null) {
            writer.text(Elements.VALUE_STRING, text);
        } else {
            writer.fixed(NOT_YET_KNOWN);
        }
    }

    private static void quantity(
            ResourceWriter writer, Element element, long value, Result result) {
        writer.beginObject(element);
        writer.decimal(Elements.VALUE, value, result.decimals());
        Text unit = result.analyte().unit();
        if (unit != null) {
            writer.text(UNIT, unit);
            writer.fixed(UCUM);
            writer.text(Elements.CODE, unit);
        }
        writer.endObject();
    }

    private static void range(ResourceWriter writer, Result result) {
        Text text = result.reference();
        if (text == null) {
            return;
        }
        writer.beginArray(REFERENCE_RANGE);
        writer.beginObject();
        if (result.low() != Field.DecimalField.ABSENT) {
            quantity(writer, LOW, result.low(), result);
        }
        if (result.high() != Field.DecimalField.ABSENT) {
            quantity(writer, HIGH, result.high(), result);
        }
        writer.text(Elements.TEXT, text);
        writer.endObject();
        writer.endArray();
    }
}
