package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.vaccine.Vaccine;
import io.github.clinicaldata.record.vaccine.Vaccine.Administration;
import io.github.clinicaldata.record.vaccine.VaccineStatus;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;

/**
 * Appointments for vaccines as {@code Appointment}. FHIR wants an end where there is a start: it is
 * when the dose was given, or the start where none was.
 */
@Singleton
public final class AppointmentMapping implements ResourceMapping<Vaccine> {
    private static final Element CANCELATION_REASON = Element.of("cancelationReason");
    private static final Element DESCRIPTION = Element.of("description");
    private static final Element START = Element.of("start");
    private static final Element END = Element.of("end");
    private static final Element CREATED = Element.of("created");
    private static final Element PARTICIPANT = Element.of("participant");
    private static final Element ACTOR = Element.of("actor");
    private static final Fragment LABEL = Fragments.label();
    private static final Fragment FULFILLED = Fragments.text(Elements.STATUS, "fulfilled");
    private static final Fragment NO_SHOW = Fragments.text(Elements.STATUS, "noshow");
    private static final Fragment CANCELLED = Fragments.text(Elements.STATUS, "cancelled");
    private static final Fragment ACCEPTED = Fragments.text(Elements.STATUS, "accepted");
    private static final Text CANCELLED_REASON = Text.of("cancelled");

    @Override
    public String kind() {
        return "vaccines";
    }

    @Override
    public ResourceType type() {
        return ResourceType.APPOINTMENT;
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
    public boolean writes(Vaccine vaccine) {
        return vaccine.appointment() != null;
    }

    @Override
    public void write(Vaccine vaccine, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.APPOINTMENT, vaccine.id());
        DataTypes.meta(writer, vaccine.date(), LABEL);
        Fragment status = status(vaccine);
        writer.fixed(status);
        Text reason = vaccine.reason();
        if (status == CANCELLED && reason != null) {
            CodingSystem.text(writer, CANCELATION_REASON, reason);
        }
        writer.text(DESCRIPTION, vaccine.description());
        OffsetDateTime start = vaccine.appointment();
        Administration given = vaccine.given();
        if (start != null) {
            writer.dateTime(START, start);
            writer.dateTime(END, given != null && given.at().isAfter(start) ? given.at() : start);
        }
        writer.date(CREATED, vaccine.registrationDate());
        participants(vaccine, writer);
        writer.end();
    }

    private static Fragment status(Vaccine vaccine) {
        if (vaccine.status() != VaccineStatus.MISSED) {
            return FULFILLED;
        }
        return CANCELLED_REASON.equals(vaccine.reasonCode()) ? CANCELLED : NO_SHOW;
    }

    private static void participants(Vaccine vaccine, ResourceWriter writer) {
        writer.beginArray(PARTICIPANT);
        writer.beginObject();
        writer.reference(ACTOR, ResourceType.PATIENT, vaccine.member().id());
        writer.fixed(ACCEPTED);
        writer.endObject();
        writer.beginObject();
        ResourceType type = DataTypes.typeOf(vaccine.provider());
        writer.reference(
                ACTOR,
                type == ResourceType.ORGANIZATION ? ResourceType.LOCATION : type,
                vaccine.provider().id(),
                vaccine.provider().name());
        writer.fixed(ACCEPTED);
        writer.endObject();
        writer.endArray();
    }
}
