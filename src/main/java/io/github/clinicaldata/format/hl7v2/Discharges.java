package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.filter.Filters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The message {@code adt_a03}: discharges from a hospital. */
@Singleton
public final class Discharges implements MessageType<Encounter> {
    @Override
    public String name() {
        return "adt_a03";
    }

    @Override
    public String kind() {
        return "encounters";
    }

    @Override
    public String description() {
        return "Discharges from a hospital, ADT^A03";
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
        return AdmissionEvent.DISCHARGE.tells(encounter);
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("class", Filters.codes(AdmissionEvent.DISCHARGE.classes()));
    }

    @Override
    public EncoderSession<Encounter> open(StreamContext context) {
        return new AdmissionSession(this, context, AdmissionEvent.DISCHARGE);
    }
}
