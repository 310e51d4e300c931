package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ObservationCategory;
import io.github.clinicaldata.record.measurement.Flag;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A vital sign, a score, a habit or a result of a laboratory.
 *
 * @param id the record's id
 * @param status how far it is on the {@code as_of} date
 * @param category what it is
 * @param key of what was observed
 * @param loinc the LOINC code
 * @param name the LOINC name
 * @param unit the UCUM code, or null
 * @param result the value, or null where there are components or nothing is known yet
 * @param components values that belong together, as the two of a blood pressure
 * @param member who was observed
 * @param encounter the id of the encounter
 * @param performer the practitioner of the visit, or the laboratory
 * @param effective when the specimen was taken or the member looked at
 * @param report the id of the report that has the result, or null
 */
public record Observation(
        RecordId id,
        ObservationStatus status,
        ObservationCategory category,
        Text key,
        Text loinc,
        Text name,
        @Nullable Text unit,
        @Nullable Result result,
        List<Result> components,
        Member member,
        RecordId encounter,
        Provider performer,
        OffsetDateTime effective,
        @Nullable RecordId report) {
    /** The fields of an observation. */
    public static final RecordSchema<Observation> SCHEMA =
            RecordSchema.<Observation>named("observation")
                    .id("id", Observation::id, "Id of the record")
                    .bool("synthetic", observation -> true, "Always true: nobody real")
                    .code(
                            "status",
                            ObservationStatus.class,
                            Observation::status,
                            "How far it is on the as_of date")
                    .code(
                            "category",
                            ObservationCategory.class,
                            Observation::category,
                            "What it is")
                    .text("observation", Observation::key, "Key of what was observed")
                    .text("loinc", Observation::loinc, "LOINC code")
                    .text("name", Observation::name, "LOINC name")
                    .optionalDecimal(
                            "value",
                            Observation::value,
                            Observation::decimals,
                            "Value of a quantity")
                    .optionalText(
                            "value_text",
                            observation -> part(observation, Result::text),
                            "Value of what is no quantity")
                    .optionalText(
                            "value_code",
                            observation -> part(observation, Result::answer),
                            "Code of the LOINC answer")
                    .optionalText("unit", Observation::unit, "UCUM unit")
                    .optionalDecimal(
                            "reference_low",
                            Observation::low,
                            Observation::decimals,
                            "Lowest value that is held normal")
                    .optionalDecimal(
                            "reference_high",
                            Observation::high,
                            Observation::decimals,
                            "Highest value that is held normal")
                    .optionalText(
                            "reference",
                            observation -> part(observation, Result::reference),
                            "Reference range as it is printed")
                    .optionalCode("flag", Flag.class, Observation::flag, "HL7 flag of the value")
                    .groups(
                            "components",
                            Observation::components,
                            Result.COMPONENT,
                            "Values that belong together, as the two of a blood pressure")
                    .group("member", Observation::member, Member.REFERENCE, "Who was observed")
                    .id("encounter_id", Observation::encounter, "Encounter of the observation")
                    .group(
                            "performer",
                            Observation::performer,
                            Provider.REFERENCE,
                            "Practitioner of the visit, or laboratory")
                    .dateTime(
                            "effective_at",
                            Observation::effective,
                            "When the specimen was taken or the member looked at")
                    .optionalId("report_id", Observation::report, "Report that has the result")
                    .build();

    private static @Nullable Text part(
            Observation observation, Function<Result, @Nullable Text> part) {
        Result result = observation.result;
        return result == null ? null : part.apply(result);
    }

    /** The value without its decimal point, or {@link Field.DecimalField#ABSENT}. */
    public long value() {
        return result == null ? Field.DecimalField.ABSENT : result.value();
    }

    /** How many of the last digits of the value are decimals. */
    public int decimals() {
        return result == null ? 0 : result.decimals();
    }

    private long low() {
        return result == null ? Field.DecimalField.ABSENT : result.low();
    }

    private long high() {
        return result == null ? Field.DecimalField.ABSENT : result.high();
    }

    /** How the value stands to its reference range, or null. */
    public @Nullable Flag flag() {
        return result == null ? null : result.flag();
    }

    /** Whether any value is flagged as anything but normal. */
    public boolean isAbnormal() {
        if (result != null && result.isAbnormal()) {
            return true;
        }
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).isAbnormal()) {
                return true;
            }
        }
        return false;
    }
}
