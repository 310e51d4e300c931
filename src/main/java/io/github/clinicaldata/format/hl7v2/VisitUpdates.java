package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.encounter.Encounter;
import jakarta.inject.Singleton;

/** The message {@code adt_a08}: all that is known of visits and stays. */
@Singleton
public final class VisitUpdates implements MessageType<Encounter> {
    @Override
    public String name() {
        return "adt_a08";
    }

    @Override
    public String kind() {
        return "encounters";
    }

    @Override
    public String description() {
        return "All that is known of visits and stays, ADT^A08";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public EncoderSession<Encounter> open(StreamContext context) {
        return new AdmissionSession(this, context, AdmissionEvent.UPDATE);
    }
}
