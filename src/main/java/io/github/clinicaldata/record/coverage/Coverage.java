package io.github.clinicaldata.record.coverage;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One coverage of a member.
 *
 * @param type where it comes from
 * @param payer who pays
 * @param product the type of product, for example {@code PPO}
 * @param metalLevel the level of an exchange plan, or null
 * @param groupNumber the employer's group at the payer, or null
 * @param groupName the employer, or null
 * @param effectiveDate the first day of coverage
 * @param terminationDate the last day, or null while none is known
 * @param status whether it is in force
 * @param lastDay the last day whether it is known yet or not, or null while none is set: for what
 *     is drawn the same whatever {@code asOf} is; never shown
 */
public record Coverage(
        CoverageType type,
        Payer payer,
        Text product,
        @Nullable Text metalLevel,
        @Nullable Text groupNumber,
        @Nullable Text groupName,
        LocalDate effectiveDate,
        @Nullable LocalDate terminationDate,
        CoverageStatus status,
        @Nullable LocalDate lastDay) {
    /** The product of plans of Medicare Part D that stand beside Original Medicare. */
    public static final Text DRUG_PLAN = Text.of("PDP");

    private static final Text FEE_FOR_SERVICE = Text.of("FFS");

    /** The fields of a coverage. */
    public static final RecordSchema<Coverage> SCHEMA =
            RecordSchema.<Coverage>named("coverage")
                    .code("type", CoverageType.class, Coverage::type, "Where it comes from")
                    .text("payer_id", c -> c.payer().id(), "The payer's id, invented")
                    .text("payer_name", c -> c.payer().name(), "The payer's name, invented")
                    .text("product", Coverage::product, "Product type, for example PPO or MA-HMO")
                    .optionalText(
                            "metal_level", Coverage::metalLevel, "Metal level of an exchange plan")
                    .optionalText(
                            "group_number", Coverage::groupNumber, "The employer's group number")
                    .optionalText("group_name", Coverage::groupName, "The employer, invented")
                    .date("effective_date", Coverage::effectiveDate, "First day of coverage")
                    .optionalDate(
                            "termination_date",
                            Coverage::terminationDate,
                            "Last day of coverage, once it is known on the as_of date")
                    .code(
                            "status",
                            CoverageStatus.class,
                            Coverage::status,
                            "Whether it is in force on the as_of date")
                    .build();

    /** Whether the programme itself pays what was done, without a plan in between. */
    public boolean feeForService() {
        return product.equals(FEE_FOR_SERVICE);
    }

    /** Whether it is Original Medicare, which pays for no drugs of pharmacies. */
    public boolean needsDrugPlan() {
        return type == CoverageType.MEDICARE && feeForService();
    }

    /** Whether it is in force on a day, known to be or not. */
    public boolean covers(int day) {
        return effectiveDate.toEpochDay() <= day
                && (lastDay == null || lastDay.toEpochDay() >= day);
    }
}
