package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as it is known on the population's {@code asOf}.
 *
 * @param id the record's id
 * @param status whether it is over
 * @param member to whom it is done
 * @param visit during which
 * @param code what is done
 * @param encounter the record of the encounter
 * @param condition the record of the condition that it is for, or null
 * @param performed when it began
 * @param end when it ended, or null where it has not
 * @param performer who does it
 * @param facility where
 */
public record MemberProcedure(
        RecordId id,
        ProcedureStatus status,
        Member member,
        Visit visit,
        ProcedureCode code,
        RecordId encounter,
        @Nullable RecordId condition,
        OffsetDateTime performed,
        @Nullable OffsetDateTime end,
        Provider performer,
        Provider facility) {
    /** The fields of a procedure. */
    public static final RecordSchema<MemberProcedure> SCHEMA =
            RecordSchema.<MemberProcedure>named("procedure")
                    .id("id", MemberProcedure::id, "Id of the record")
                    .bool("synthetic", procedure -> true, "Always true: nobody real")
                    .code(
                            "status",
                            ProcedureStatus.class,
                            MemberProcedure::status,
                            "Whether it is over on the as_of date")
                    .group(
                            "member",
                            MemberProcedure::member,
                            Member.REFERENCE,
                            "To whom it is done")
                    .id("encounter_id", MemberProcedure::encounter, "Record of the encounter")
                    .text("code", each -> each.code().code(), "What is done")
                    .code(
                            "code_system",
                            CodeSystem.class,
                            each -> each.code().system(),
                            "Where the code is from")
                    .text(
                            "description",
                            each -> each.code().description(),
                            "Description of the code")
                    .text("name", each -> each.code().name(), "The same in our words")
                    .code(
                            "category",
                            ProcedureCategory.class,
                            each -> each.code().category(),
                            "What kind of procedure it is")
                    .optionalText(
                            "body_site",
                            each -> each.code().bodySite(),
                            "Where on the body, in our words")
                    .dateTime("performed", MemberProcedure::performed, "When it began, local time")
                    .optionalDateTime("end", MemberProcedure::end, "When it ended")
                    .text(
                            "reason_code",
                            each -> each.visit().diagnosis().code(),
                            "ICD-10-CM code of the encounter's principal diagnosis")
                    .text(
                            "reason",
                            each -> each.visit().diagnosis().description(),
                            "Description of the code")
                    .optionalId(
                            "condition_id",
                            MemberProcedure::condition,
                            "Record of the condition that it is for")
                    .group(
                            "performer",
                            MemberProcedure::performer,
                            Provider.REFERENCE,
                            "Who does it")
                    .group("facility", MemberProcedure::facility, Provider.REFERENCE, "Where")
                    .build();

    /** The day on which it began, in days since 1970-01-01. */
    public int day() {
        return (int) performed.toLocalDate().toEpochDay();
    }
}
