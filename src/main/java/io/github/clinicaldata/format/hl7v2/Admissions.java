package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.filter.Filters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The message {@code adt_a01}: admissions to a hospital. */
@Singleton
public final class Admissions implements MessageType<Encounter> {
    @Override
    public String name() {
        return "adt_a01";
    }

    @Override
    public String kind() {
        return "encounters";
    }

    @Override
    public String description() {
        return "Admissions to a hospital, ADT^A01";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Encounter encounter) {
        return AdmissionEvent.ADMISSION.tells(encounter);
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("class", Filters.codes(AdmissionEvent.ADMISSION.classes()));
    }

    @Override
    public EncoderSession<Encounter> open(StreamContext context) {
        return new AdmissionSession(this, context, AdmissionEvent.ADMISSION);
    }
}
