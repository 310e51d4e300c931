package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides who does procedures, and at which visits the chest is pictured and the heart traced
 * although no pathway orders it. No source; usual practice.
 */
final class Examiners {
    private static final Examiners STANDARD = new Examiners();

    private final ProviderType radiology =
            ProviderDirectory.standard().type("diagnostic_radiology");
    private final ProviderType cardiology = ProviderDirectory.standard().type("cardiology");

    /** Those beside primary care who look at chests and hearts all the time. */
    private final List<ProviderType> generalists =
            List.of(
                    ProviderDirectory.standard().type("emergency_medicine"),
                    ProviderDirectory.standard().type("hospitalist"),
                    ProviderDirectory.standard().type("pulmonology"),
                    cardiology);

    private Examiners() {}

    static Examiners standard() {
        return STANDARD;
    }

    /**
     * Whether the chest may be pictured or the heart traced at a visit that is for something else.
     */
    boolean lookFurther(Visit visit) {
        return switch (visit.rule().setting()) {
            case OFFICE, URGENT_CARE, EMERGENCY, INPATIENT, OUTPATIENT_HOSPITAL ->
                    lookAtHearts(visit.rule().provider());
            default -> false;
        };
    }

    /**
     * Whether practitioners of a type do.
     *
     * @param type null for primary care
     */
    private boolean lookAtHearts(@Nullable ProviderType type) {
        return type == null || type.primaryCare() || generalists.contains(type);
    }

    /** Who does a procedure at a visit. */
    Provider performer(CareTeam care, Visit visit, ProcedureCode code) {
        return switch (code.examiner()) {
            case OWN ->
                    visit.rule().setting().facilityBills()
                            ? care.performer(visit, code.performers())
                            : care.practitioner(visit);
            case RADIOLOGIST ->
                    visit.rule().setting().facilityBills()
                            ? care.of(visit.member(), radiology)
                            : care.practitioner(visit);
            case READER_OF_TRACINGS ->
                    lookAtHearts(visit.rule().provider())
                            ? care.practitioner(visit)
                            : care.of(visit.member(), cardiology);
            case CARDIOLOGIST -> care.of(visit.member(), cardiology);
        };
    }
}
