package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.vaccine.Vaccine;
import io.github.clinicaldata.record.vaccine.VaccineStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * The message {@code vxu_v04}: doses that were given and such that were refused, by CDC's guide for
 * immunization messaging, release 1.5.
 */
@Singleton
public final class VaccinationUpdates implements MessageType<Vaccine> {
    /** Which doses are told as others have given them, and not the sender. */
    static final FormatOption HISTORY =
            FormatOption.word(
                    "history",
                    "Which doses HL7 messages tell as history, of which less is known: none, those"
                            + " before the epoch, or all.",
                    List.of("none", "before_epoch", "all"));

    @Override
    public String name() {
        return "vxu_v04";
    }

    @Override
    public String kind() {
        return "vaccines";
    }

    @Override
    public String description() {
        return "Vaccination updates, VXU^V04 of CDC's guide";
    }

    @Override
    public List<FormatOption> options() {
        return List.of(HISTORY);
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    /** Contraindications and missed appointments are no vaccinations and no refusals. */
    @Override
    public boolean writes(Vaccine vaccine) {
        return vaccine.status() == VaccineStatus.COMPLETED
                || vaccine.status() == VaccineStatus.REFUSED;
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("status", Filters.codes(VaccineStatus.COMPLETED, VaccineStatus.REFUSED));
    }

    @Override
    public EncoderSession<Vaccine> open(StreamContext context) {
        return new VaccinationSession(this, context);
    }
}
