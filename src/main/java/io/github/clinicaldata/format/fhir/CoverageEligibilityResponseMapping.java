package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.eligibility.CheckStatus;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import io.github.clinicaldata.record.eligibility.FoundCoverage;
import io.github.clinicaldata.record.eligibility.Rejection;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The answers of payers to eligibility checks, as {@code CoverageEligibilityResponse}. */
@Singleton
public final class CoverageEligibilityResponseMapping implements ResourceMapping<EligibilityCheck> {
    private static final Fragment LABEL = Fragments.label();
    private static final Fragment COMPLETE = Fragments.text(ClaimElements.OUTCOME, "complete");
    private static final Fragment FAILED = Fragments.text(ClaimElements.OUTCOME, "error");

    @Override
    public String kind() {
        return "eligibility-checks";
    }

    @Override
    public ResourceType type() {
        return ResourceType.COVERAGE_ELIGIBILITY_RESPONSE;
    }

    @Override
    public void write(EligibilityCheck check, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.COVERAGE_ELIGIBILITY_RESPONSE, check.id());
        DataTypes.meta(writer, LocalDate.ofEpochDay(check.day()), LABEL);
        EligibilityParts.opening(writer, check, check.answered());
        FinancialTypes.provider(writer, ClaimElements.REQUESTOR, check.provider());
        writer.reference(
                ClaimElements.REQUEST, ResourceType.COVERAGE_ELIGIBILITY_REQUEST, check.id());
        writer.fixed(check.status() == CheckStatus.REJECTED ? FAILED : COMPLETE);
        FinancialTypes.payer(writer, ClaimElements.INSURER, check.payer());
        FoundCoverage found = check.coverage();
        if (found != null) {
            insurance(writer, check, found);
        }
        Rejection rejection = check.rejection();
        if (rejection != null) {
            writer.beginArray(ClaimElements.ERROR);
            writer.beginObject();
            ClaimSystems.REJECT_REASON.concept(
                    writer, Elements.CODE, rejection.code(), null, rejection.key());
            writer.endObject();
            writer.endArray();
        }
        writer.end();
    }

    private static void insurance(
            ResourceWriter writer, EligibilityCheck check, FoundCoverage found) {
        writer.beginArray(ClaimElements.INSURANCE);
        writer.beginObject();
        writer.reference(ClaimElements.COVERAGE, ResourceType.COVERAGE, check.member().id());
        writer.bool(ClaimElements.INFORCE, check.status() == CheckStatus.ACTIVE);
        FinancialTypes.period(
                writer,
                ClaimElements.BENEFIT_PERIOD,
                found.coverage().effectiveDate(),
                found.termination());
        EligibilityBenefits.write(writer, check, found);
        writer.endObject();
        writer.endArray();
    }
}
