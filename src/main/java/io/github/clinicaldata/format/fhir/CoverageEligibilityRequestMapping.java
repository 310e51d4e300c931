package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import io.github.clinicaldata.record.eligibility.ServiceType;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/**
 * Questions whether members are covered, as {@code CoverageEligibilityRequest}. Patient and
 * provider are those of whom it is true; a question with a mistake in it shows that by its answer.
 */
@Singleton
public final class CoverageEligibilityRequestMapping implements ResourceMapping<EligibilityCheck> {
    private static final Fragment LABEL = Fragments.label();

    @Override
    public String kind() {
        return "eligibility-checks";
    }

    @Override
    public ResourceType type() {
        return ResourceType.COVERAGE_ELIGIBILITY_REQUEST;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public void write(EligibilityCheck check, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.COVERAGE_ELIGIBILITY_REQUEST, check.id());
        DataTypes.meta(writer, LocalDate.ofEpochDay(check.day()), LABEL);
        EligibilityParts.opening(writer, check, check.inquiry().sent());
        FinancialTypes.provider(writer, ClaimElements.PROVIDER, check.provider());
        FinancialTypes.payer(writer, ClaimElements.INSURER, check.payer());
        if (check.member().coverage() != null) {
            writer.beginArray(ClaimElements.INSURANCE);
            writer.beginObject();
            writer.bool(ClaimElements.FOCAL, true);
            writer.reference(ClaimElements.COVERAGE, ResourceType.COVERAGE, check.member().id());
            writer.endObject();
            writer.endArray();
        }
        items(writer, check.inquiry().serviceTypes());
        writer.end();
    }

    private static void items(ResourceWriter writer, List<ServiceType> asked) {
        writer.beginArray(ClaimElements.ITEM);
        for (int i = 0; i < asked.size(); i++) {
            ServiceType type = asked.get(i);
            writer.beginObject();
            ClaimSystems.SERVICE_TYPE.concept(
                    writer, ClaimElements.CATEGORY, type.code(), null, type.key());
            writer.endObject();
        }
        writer.endArray();
    }
}
