package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Writes what an eligibility check's question and answer have alike. */
final class EligibilityParts {
    private static final Fragment NUMBER = Fragments.identifier(ClaimSystems.TRACE_NUMBER);
    private static final Fragment ACTIVE = Fragments.text(Elements.STATUS, "active");

    /** Whether there is coverage, and what it pays. */
    private static final Fragment PURPOSE =
            Fragment.of(
                    writer -> {
                        writer.beginArray(ClaimElements.PURPOSE);
                        writer.text(Text.of("validation"));
                        writer.text(Text.of("benefits"));
                        writer.endArray();
                    });

    private EligibilityParts() {}

    /** Writes the identifier, the purpose, the patient and the day that is asked about. */
    static void opening(ResourceWriter writer, EligibilityCheck check, OffsetDateTime created) {
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(writer, NUMBER, EligibilityCheck.NUMBER, check.number());
        writer.endArray();
        writer.fixed(ACTIVE);
        writer.fixed(PURPOSE);
        writer.reference(Elements.PATIENT, ResourceType.PATIENT, check.member().id());
        LocalDate serviced = check.inquiry().serviceDate();
        if (serviced != null) {
            writer.date(ClaimElements.SERVICED_DATE, serviced);
        }
        writer.dateTime(ClaimElements.CREATED, created);
    }
}
