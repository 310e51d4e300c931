package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.encounter.EncounterClass;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Provider;
import java.time.OffsetDateTime;
import java.util.List;

/** Writes ADT messages of encounters. */
final class AdmissionSession extends ProviderSession<Encounter> {
    private final AdmissionEvent event;
    private final Literal evn;
    private final Literal pv1 = Literal.of("PV1|1|");
    private final Literal inpatient = Literal.of("I");
    private final Literal emergency = Literal.of("E");
    private final Literal outpatient = Literal.of("O");
    private final Literal visit = Literal.of("^^^" + AUTHORITY + "^VN");
    private final Literal pv2 = Literal.of("PV2|||^");
    private final Literal dg1 = Literal.of("DG1|");
    private final Literal icd = Literal.of("^I10C");
    private final Literal admitting = Literal.of("A");
    private final Literal working = Literal.of("W");
    private final Literal last = Literal.of("F");

    AdmissionSession(MessageType<Encounter> type, StreamContext context, AdmissionEvent event) {
        super(type, context, event.messageType(), "SYNHIE", "AL|NE", "");
        this.event = event;
        evn = Literal.of("EVN|" + event.code() + "|");
    }

    @Override
    protected RecordId id(Encounter encounter) {
        return encounter.id();
    }

    @Override
    protected Member patient(Encounter encounter) {
        return encounter.member();
    }

    @Override
    protected Provider sender(Encounter encounter) {
        return encounter.facility();
    }

    @Override
    protected OffsetDateTime sent(Encounter encounter) {
        OffsetDateTime end = encounter.end();
        return event.tellsTheEnd() && end != null ? end : encounter.start();
    }

    @Override
    protected void body(Encounter encounter) {
        out.begin(evn).moment(sent(encounter)).end();
        patients.pid(encounter.member(), encounter.id());
        patients.pd1(encounter.member());
        patients.nk1(encounter.member(), encounter.guardian(), encounter.start().toLocalDate());
        visit(encounter);
        out.begin(pv2).text(encounter.visit().rule().what()).end();
        List<VisitDiagnosis> diagnoses = encounter.diagnoses();
        int count = event.tellsTheEnd() ? diagnoses.size() : Math.min(1, diagnoses.size());
        for (int i = 0; i < count; i++) {
            diagnosis(i + 1, diagnoses.get(i), encounter);
        }
        patients.in1(encounter.member(), encounter.start().toLocalDate());
    }

    private void visit(Encounter encounter) {
        EncounterClass type = encounter.type();
        boolean urgent = type == EncounterClass.EMERGENCY;
        boolean stay = type.isStay();
        out.begin(pv1).literal(urgent ? emergency : stay ? inpatient : outpatient);
        out.next().components(3).digits(PartyWriter.NPI, encounter.facility().npi()).next();
        if (urgent) {
            out.literal(emergency);
        }
        out.skip(3);
        parties.practitioner(encounter.practitioner());
        out.skip(11).code(encounter.setting().code()).next().id(encounter.id()).literal(visit);
        DischargeStatus discharge = encounter.visit().discharge();
        OffsetDateTime end = event.tellsTheEnd() ? encounter.end() : null;
        out.skip(17);
        if (end != null && discharge != null) {
            out.code(discharge.code());
        }
        out.skip(8).moment(encounter.start()).next();
        if (end != null) {
            out.moment(end);
        }
        out.end();
    }

    /** Before the end only what led to the visit is known. */
    private void diagnosis(int position, VisitDiagnosis diagnosis, Encounter encounter) {
        out.begin(dg1).number(position).skip(2).code(diagnosis.diagnosis().code());
        out.component().text(diagnosis.diagnosis().description()).literal(icd);
        out.skip(2).moment(encounter.start()).next();
        boolean over = event.tellsTheEnd() && encounter.end() != null;
        boolean admission = event == AdmissionEvent.ADMISSION;
        out.literal(over ? last : admission ? admitting : working);
        out.skip(9).number(diagnosis.rank()).end();
    }
}
