package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.filter.Filters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The message {@code adt_a04}: visits of who does not stay. */
@Singleton
public final class Registrations implements MessageType<Encounter> {
    @Override
    public String name() {
        return "adt_a04";
    }

    @Override
    public String kind() {
        return "encounters";
    }

    @Override
    public String description() {
        return "Visits of who does not stay, ADT^A04";
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Encounter encounter) {
        return AdmissionEvent.REGISTRATION.tells(encounter);
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("class", Filters.codes(AdmissionEvent.REGISTRATION.classes()));
    }

    @Override
    public EncoderSession<Encounter> open(StreamContext context) {
        return new AdmissionSession(this, context, AdmissionEvent.REGISTRATION);
    }
}
