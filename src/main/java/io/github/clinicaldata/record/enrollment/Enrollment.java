package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the sponsor of a coverage tells the payer about it: it begins, changes, goes on or ends.
 *
 * @param id the record's id
 * @param member whose coverage it is
 * @param subscriber who holds the policy; the member itself where that is the subscriber
 * @param sponsor who sends it
 * @param coverage which of the member's coverages it is about
 * @param reason why it is sent; says what it does too
 * @param changed what a change is of, or null
 * @param benefitStatus on which ground there is coverage from the effective date on
 * @param level who is covered by the policy on the effective date
 * @param hireDate the subscriber's first day at the employer, or null without one
 * @param effectiveDate from when on it holds; of a termination the last day of coverage
 * @param fileDate when the sponsor sends it
 * @param processedDate when the payer is done with it, or null while that is not known
 * @param status how far it has come on {@code asOf}
 * @param rejection why it was sent back, or null
 */
public record Enrollment(
        RecordId id,
        Member member,
        Member subscriber,
        Sponsor sponsor,
        Coverage coverage,
        EnrollmentReason reason,
        @Nullable ChangedField changed,
        BenefitStatus benefitStatus,
        CoverageLevel level,
        @Nullable LocalDate hireDate,
        LocalDate effectiveDate,
        LocalDate fileDate,
        @Nullable LocalDate processedDate,
        EnrollmentStatus status,
        @Nullable Rejection rejection) {
    /** The fields of an enrollment. */
    public static final RecordSchema<Enrollment> SCHEMA =
            what(RecordSchema.<Enrollment>named("enrollment"))
                    .group("sponsor", Enrollment::sponsor, Sponsor.SCHEMA, "Who sends it")
                    .code(
                            "coverage",
                            CoverageType.class,
                            e -> e.coverage().type(),
                            "Where the coverage comes from")
                    .text("payer_id", e -> e.coverage().payer().id(), "The payer's id, invented")
                    .text(
                            "payer_name",
                            e -> e.coverage().payer().name(),
                            "The payer's name, invented")
                    .text(
                            "product",
                            e -> e.coverage().product(),
                            "Product type, for example PPO or MA-HMO")
                    .optionalText(
                            "metal_level",
                            e -> e.coverage().metalLevel(),
                            "Metal level of an exchange plan")
                    .optionalText(
                            "group_number",
                            e -> e.coverage().groupNumber(),
                            "The employer's group number at the payer")
                    .code(
                            "coverage_level",
                            CoverageLevel.class,
                            Enrollment::level,
                            "Who is covered by the policy on the effective date")
                    .optionalDate(
                            "hire_date",
                            Enrollment::hireDate,
                            "The subscriber's first day at the employer")
                    .date(
                            "effective_date",
                            Enrollment::effectiveDate,
                            "From when on it holds; of a termination the last day of coverage")
                    .date("file_date", Enrollment::fileDate, "When the sponsor sends it")
                    .optionalDate(
                            "processed_date",
                            Enrollment::processedDate,
                            "When the payer is done with it, once that is known on the as_of date")
                    .code(
                            "status",
                            EnrollmentStatus.class,
                            Enrollment::status,
                            "How far it has come on the as_of date")
                    .optionalCode(
                            "rejection",
                            Rejection.class,
                            Enrollment::rejection,
                            "Why it was sent back")
                    .build();

    private static RecordSchema.Builder<Enrollment> what(RecordSchema.Builder<Enrollment> schema) {
        return schema.id("id", Enrollment::id, "Id of the record")
                .bool("synthetic", enrollment -> true, "Always true: nobody real")
                .group("member", Enrollment::member, Member.REFERENCE, "Whose coverage it is")
                .bool(
                        "subscriber_indicator",
                        e -> e.member().relationship() == Relationship.SELF,
                        "Whether the member is the subscriber")
                .code(
                        "relationship",
                        Relationship.class,
                        e -> e.member().relationship(),
                        "Relationship to the subscriber")
                .group("subscriber", Enrollment::subscriber, Member.REFERENCE, "The subscriber")
                .code(
                        "maintenance_type",
                        MaintenanceType.class,
                        Enrollment::type,
                        "What it does to the coverage")
                .text(
                        "maintenance_code",
                        e -> e.type().number(),
                        "Bare maintenance type code of the enrollment file")
                .text("reason", e -> e.reason().key(), "Why it is sent")
                .text(
                        "reason_code",
                        e -> e.reason().code(),
                        "Bare maintenance reason code of the enrollment file")
                .optionalCode(
                        "changed", ChangedField.class, Enrollment::changed, "What a change is of")
                .code(
                        "benefit_status",
                        BenefitStatus.class,
                        Enrollment::benefitStatus,
                        "On which ground there is coverage");
    }

    /** What it does to the coverage. */
    public MaintenanceType type() {
        return reason.type();
    }
}
