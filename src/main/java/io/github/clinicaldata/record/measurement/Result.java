package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.ReferenceRange;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A value that was found.
 *
 * @param analyte what was measured
 * @param value without its decimal point, or {@link Field.DecimalField#ABSENT} where it is a text
 * @param text the value where it is no number, or null
 * @param answer the code of the LOINC answer, or null
 * @param range the reference range of the person, or null
 * @param flag how it stands to it, or null where there is none
 * @param observed when the specimen was taken or the person looked at
 */
public record Result(
        Analyte analyte,
        long value,
        @Nullable Text text,
        @Nullable Text answer,
        @Nullable ReferenceRange range,
        @Nullable Flag flag,
        OffsetDateTime observed) {
    /** The fields of a result within a report. */
    public static final RecordSchema<Result> SCHEMA = fields("result").build();

    /** The fields of a part of an observation. */
    public static final RecordSchema<Result> COMPONENT = fields("component").build();

    private static RecordSchema.Builder<Result> fields(String name) {
        return RecordSchema.<Result>named(name)
                .text("analyte", result -> result.analyte().key(), "Key of what was measured")
                .text("loinc", result -> result.analyte().loinc(), "LOINC code")
                .text("name", result -> result.analyte().name(), "LOINC name")
                .optionalDecimal("value", Result::value, Result::decimals, "Value of a quantity")
                .optionalText("value_text", Result::text, "Value of what is no quantity")
                .optionalText("unit", result -> result.analyte().unit(), "UCUM unit")
                .optionalDecimal(
                        "reference_low",
                        Result::low,
                        Result::decimals,
                        "Lowest value that is held normal")
                .optionalDecimal(
                        "reference_high",
                        Result::high,
                        Result::decimals,
                        "Highest value that is held normal")
                .optionalText("reference", Result::reference, "Reference range as it is printed")
                .optionalCode("flag", Flag.class, Result::flag, "HL7 flag of the value");
    }

    /** How many of the last digits of the value are decimals. */
    public int decimals() {
        return analyte.decimals();
    }

    /** The lowest value held normal, or {@link Field.DecimalField#ABSENT}. */
    public long low() {
        return range == null ? Field.DecimalField.ABSENT : range.low();
    }

    /** The highest value held normal, or {@link Field.DecimalField#ABSENT}. */
    public long high() {
        return range == null ? Field.DecimalField.ABSENT : range.high();
    }

    /** The reference range as it is printed, or null. */
    public @Nullable Text reference() {
        return range == null ? analyte.usual() : range.text();
    }

    /** Whether it is flagged as anything but normal. */
    public boolean isAbnormal() {
        return flag != null && flag != Flag.N;
    }
}
