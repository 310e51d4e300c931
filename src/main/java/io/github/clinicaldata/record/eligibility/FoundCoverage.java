package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.coverage.Coverage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The coverage that a payer finds, as it knows it on the day of the question.
 *
 * @param coverage the coverage
 * @param termination the last day, or null where it is more than a month away or not set
 * @param inNetwork whether the provider is in the payer's network
 */
public record FoundCoverage(Coverage coverage, @Nullable LocalDate termination, boolean inNetwork) {
    /** The fields of a coverage that was found. */
    public static final RecordSchema<FoundCoverage> SCHEMA =
            RecordSchema.<FoundCoverage>named("found_coverage")
                    .text("product", found -> found.coverage.product(), "Product type")
                    .optionalText(
                            "metal_level",
                            found -> found.coverage.metalLevel(),
                            "Metal level of an exchange plan")
                    .optionalText(
                            "group_number",
                            found -> found.coverage.groupNumber(),
                            "The employer's group number")
                    .optionalText(
                            "group_name",
                            found -> found.coverage.groupName(),
                            "The employer, invented")
                    .date(
                            "effective_date",
                            found -> found.coverage.effectiveDate(),
                            "First day of coverage")
                    .optionalDate(
                            "termination_date",
                            FoundCoverage::termination,
                            "Last day of coverage, where it is past or within a month")
                    .bool(
                            "in_network",
                            FoundCoverage::inNetwork,
                            "Whether the provider is in the payer's network")
                    .build();
}
