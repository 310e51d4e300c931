package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's question whether a member is covered, and the payer's answer.
 *
 * @param id the record's id
 * @param number of the trace
 * @param day of the question, in days since 1970-01-01
 * @param member who is asked about
 * @param provider who asks
 * @param payer who is asked; of the uninsured, the state's Medicaid programme
 * @param inquiry the question
 * @param answered when the answer came
 * @param status what the answer is
 * @param rejection why the question is rejected, or null
 * @param coverage what was found, or null where the question is rejected or nothing is found
 * @param accumulated what the member has met so far, or null unless the coverage is active
 * @param benefits what the member pays; empty unless the coverage is active
 */
public record EligibilityCheck(
        RecordId id,
        long number,
        int day,
        Member member,
        Provider provider,
        Payer payer,
        Inquiry inquiry,
        OffsetDateTime answered,
        CheckStatus status,
        @Nullable Rejection rejection,
        @Nullable FoundCoverage coverage,
        @Nullable Accumulated accumulated,
        List<Benefit> benefits) {
    /** How trace numbers are written. */
    public static final DigitPattern NUMBER = DigitPattern.of("SYNT##############");

    /** The fields of a check. */
    public static final RecordSchema<EligibilityCheck> SCHEMA =
            RecordSchema.<EligibilityCheck>named("eligibility_check")
                    .id("id", EligibilityCheck::id, "Id of the record")
                    .bool("synthetic", check -> true, "Always true: nobody real")
                    .digits(
                            "trace_number",
                            NUMBER,
                            EligibilityCheck::number,
                            "Number by which question and answer belong together, invented")
                    .code(
                            "status",
                            CheckStatus.class,
                            EligibilityCheck::status,
                            "What the answer is")
                    .group(
                            "member",
                            EligibilityCheck::member,
                            Member.REFERENCE,
                            "Who is asked about, as it is true")
                    .group(
                            "provider",
                            EligibilityCheck::provider,
                            Provider.REFERENCE,
                            "Who asks, as it is true")
                    .text("payer_id", check -> check.payer().id(), "Id of the payer that is asked")
                    .text("payer_name", check -> check.payer().name(), "The payer that is asked")
                    .group(
                            "inquiry",
                            EligibilityCheck::inquiry,
                            Inquiry.SCHEMA,
                            "The question as it was sent")
                    .dateTime("answered_at", EligibilityCheck::answered, "When the answer came")
                    .optionalText(
                            "reject_code",
                            check -> rejected(check, true),
                            "Bare reject reason code")
                    .optionalText(
                            "reject_reason",
                            check -> rejected(check, false),
                            "What the code stands for, in our words")
                    .optionalGroup(
                            "coverage",
                            EligibilityCheck::coverage,
                            FoundCoverage.SCHEMA,
                            "The coverage that was found")
                    .optionalGroup(
                            "accumulators",
                            EligibilityCheck::accumulated,
                            Accumulated.SCHEMA,
                            "Deductible and maximum, by the claims decided up to that day")
                    .groups(
                            "benefits",
                            EligibilityCheck::benefits,
                            Benefit.SCHEMA,
                            "What the member pays; only of active coverage")
                    .build();

    private static @Nullable Text rejected(EligibilityCheck check, boolean code) {
        Rejection rejection = check.rejection();
        if (rejection == null) {
            return null;
        }
        return code ? rejection.code() : rejection.key();
    }
}
