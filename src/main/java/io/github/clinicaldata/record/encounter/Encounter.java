package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.health.PresentOnAdmission;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.provider.Provider;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A visit or a stay as it is known on the population's {@code asOf}.
 *
 * @param id the record's id
 * @param status whether it is over
 * @param member who was seen
 * @param visit what happened
 * @param condition the record of the condition that led to it, or null
 * @param start when it began
 * @param end when it ended, or null where it has not
 * @param diagnoses the principal one first
 * @param practitioner who saw the member
 * @param facility where
 * @param guardian the head of the household in which the member is a child, or null
 */
public record Encounter(
        RecordId id,
        EncounterStatus status,
        Member member,
        Visit visit,
        @Nullable RecordId condition,
        OffsetDateTime start,
        @Nullable OffsetDateTime end,
        List<VisitDiagnosis> diagnoses,
        Provider practitioner,
        Provider facility,
        @Nullable Member guardian) {
    private static final RecordSchema<VisitDiagnosis> DIAGNOSIS =
            RecordSchema.<VisitDiagnosis>named("encounter_diagnosis")
                    .integer("number", VisitDiagnosis::rank, "1 for the principal one")
                    .text("code", each -> each.diagnosis().code(), "ICD-10-CM code")
                    .text("description", each -> each.diagnosis().description(), "Its description")
                    .optionalCode(
                            "present_on_admission",
                            PresentOnAdmission.class,
                            VisitDiagnosis::presentOnAdmission,
                            "Of a hospital stay")
                    .build();

    private static final RecordSchema<Encounter> STAY =
            RecordSchema.<Encounter>named("encounter_stay")
                    .integer("nights", each -> each.visit().nights(), "Nights in the facility")
                    .optionalText(
                            "drg",
                            each -> ofDrg(each, DrgGroup::code),
                            "MS-DRG, of a hospital stay")
                    .optionalText("drg_title", each -> ofDrg(each, DrgGroup::title), "Its title")
                    .text(
                            "discharge_status",
                            each -> each.discharge().code(),
                            "Discharge status code")
                    .text(
                            "discharge_to",
                            each -> each.discharge().name(),
                            "What the code stands for, in our words")
                    .build();

    /** The fields of an encounter. */
    public static final RecordSchema<Encounter> SCHEMA =
            RecordSchema.<Encounter>named("encounter")
                    .id("id", Encounter::id, "Id of the record")
                    .bool("synthetic", encounter -> true, "Always true: nobody real")
                    .code("status", EncounterStatus.class, Encounter::status, "Whether it is over")
                    .code("class", EncounterClass.class, Encounter::type, "How the member was seen")
                    .code("setting", Setting.class, Encounter::setting, "Where")
                    .text("what", each -> each.visit().rule().what(), "What for, in a few words")
                    .group("member", Encounter::member, Member.REFERENCE, "Who was seen")
                    .dateTime("start", Encounter::start, "When it began, local time")
                    .optionalDateTime("end", Encounter::end, "When it ended")
                    .groups(
                            "diagnoses",
                            Encounter::diagnoses,
                            DIAGNOSIS,
                            "ICD-10-CM codes, the principal one first")
                    .optionalId(
                            "condition_id",
                            Encounter::condition,
                            "Record of the condition that led to it")
                    .group(
                            "practitioner",
                            Encounter::practitioner,
                            Provider.REFERENCE,
                            "Who saw the member")
                    .group("facility", Encounter::facility, Provider.REFERENCE, "Where")
                    .optionalGroup(
                            "stay",
                            each -> each.isStay() && each.end() != null ? each : null,
                            STAY,
                            "Of a stay in a hospital or skilled nursing facility that is over")
                    .build();

    /** Where. */
    public Setting setting() {
        return visit.rule().setting();
    }

    /** How the member was seen. */
    public EncounterClass type() {
        return switch (setting()) {
            case EMERGENCY -> EncounterClass.EMERGENCY;
            case INPATIENT -> EncounterClass.INPATIENT;
            case TELEHEALTH -> EncounterClass.VIRTUAL;
            case HOME -> EncounterClass.HOME;
            case SKILLED_NURSING -> EncounterClass.SKILLED_NURSING;
            default -> EncounterClass.AMBULATORY;
        };
    }

    private boolean isStay() {
        return visit.rule().stay() != null;
    }

    private static @Nullable Text ofDrg(Encounter encounter, Function<DrgGroup, Text> field) {
        DrgGroup drg = encounter.visit.drg();
        return drg == null ? null : field.apply(drg);
    }

    private DischargeStatus discharge() {
        return Objects.requireNonNull(visit.discharge());
    }
}
