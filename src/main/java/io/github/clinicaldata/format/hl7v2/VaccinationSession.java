package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.vaccine.SeriesDose;
import io.github.clinicaldata.record.vaccine.Vaccine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Writes VXU^V04, profile Z22. */
final class VaccinationSession extends ProviderSession<Vaccine> {
    private static final int NDC_LABELER = 5;
    private static final int NDC_PACKAGE = 9;

    private final Literal orc = Literal.of("ORC|RE|");
    private final Literal refusedOrder = Literal.of("|9999^" + AUTHORITY);
    private final Literal enteringTable = Literal.of("^HL70362");
    private final Literal rxa = Literal.of("RXA|0|1|");
    private final Literal cvx = Literal.of("^CVX");
    private final Literal ndc = Literal.of("^NDC");
    private final Literal millilitres = Literal.of("|mL^milliliter^UCUM");
    private final Literal unknownAmount = Literal.of("999");
    private final Literal newRecord = Literal.of("00^New immunization record^NIP001");
    private final Literal historical =
            Literal.of("01^Historical information - source unspecified^NIP001");
    private final Literal mvx = Literal.of("^MVX");
    private final Literal completed = Literal.of("CP|A");
    private final Literal refused = Literal.of("RE|A");
    private final Literal refusalTable = Literal.of("^NIP002");
    private final ObservationWriter observations;
    private final RouteCodes routes = new RouteCodes();
    private final String history;
    private final LocalDate epoch;

    VaccinationSession(VaccinationUpdates type, StreamContext context) {
        super(type, context, "VXU^V04^VXU_V04", "SYNIIS", "ER|AL", "Z22^CDCPHINVS");
        observations = new ObservationWriter(out);
        history = context.options().text(VaccinationUpdates.HISTORY);
        epoch = context.population().epoch();
    }

    @Override
    protected void organization(Vaccine vaccine) {
        parties.organization(sender(vaccine));
    }

    @Override
    protected RecordId id(Vaccine vaccine) {
        return vaccine.id();
    }

    @Override
    protected Member patient(Vaccine vaccine) {
        return vaccine.member();
    }

    @Override
    protected Provider sender(Vaccine vaccine) {
        return vaccine.provider();
    }

    /** When it was given or refused; what is history is sent on the {@code asOf} date. */
    @Override
    protected OffsetDateTime sent(Vaccine vaccine) {
        Vaccine.Administration given = vaccine.given();
        if (given != null) {
            return isHistory(given) ? asOf : given.at();
        }
        OffsetDateTime appointment = vaccine.appointment();
        return appointment == null ? asOf : appointment;
    }

    private boolean isHistory(Vaccine.Administration given) {
        return switch (history) {
            case "all" -> true;
            case "before_epoch" -> given.at().toLocalDate().isBefore(epoch);
            default -> false;
        };
    }

    @Override
    protected void body(Vaccine vaccine) {
        LocalDate day = vaccine.date();
        patients.pid(vaccine.member(), null);
        patients.pd1(vaccine.member(), vaccine.registrationDate());
        patients.nk1(vaccine.member(), vaccine.guardian(), day);
        Vaccine.Administration given = vaccine.given();
        order(vaccine, given != null);
        if (given == null) {
            refusal(vaccine, day);
        } else if (isHistory(given)) {
            history(vaccine, day);
        } else {
            dose(vaccine, given);
        }
    }

    /** ORC; the guide has a number of its own for what was not given. */
    private void order(Vaccine vaccine, boolean wasGiven) {
        out.begin(orc);
        parties.entity(vaccine.id());
        if (wasGiven) {
            out.next();
            parties.entity(vaccine.id());
        } else {
            out.literal(refusedOrder);
        }
        Provider provider = vaccine.provider();
        out.skip(7);
        if (PartyWriter.isPractitioner(provider)) {
            parties.practitioner(provider);
            out.skip(2);
            parties.practitioner(provider);
        } else {
            out.skip(2);
        }
        out.skip(5).digits(PartyWriter.NPI, PartyWriter.organizationNpi(provider)).component();
        Affiliation employer = provider.organization();
        out.text(employer == null ? provider.name() : employer.name());
        out.literal(enteringTable).end();
    }

    /** RXA-5: the CVX code. */
    private void vaccine(Vaccine vaccine) {
        out.code(vaccine.cvx()).component().text(vaccine.description()).literal(cvx);
    }

    private void refusal(Vaccine vaccine, LocalDate day) {
        out.begin(rxa).date(day).next().date(day).next();
        vaccine(vaccine);
        out.next().literal(unknownAmount).skip(12).text(vaccine.reasonCode());
        out.component().text(vaccine.reason()).literal(refusalTable);
        out.skip(2).literal(refused).end();
    }

    private void history(Vaccine vaccine, LocalDate day) {
        out.begin(rxa).date(day).next().date(day).next();
        vaccine(vaccine);
        out.next().literal(unknownAmount).skip(3).literal(historical);
        out.skip(11).literal(completed).end();
    }

    private void dose(Vaccine vaccine, Vaccine.Administration given) {
        out.begin(rxa).moment(given.at()).next().moment(given.at()).next();
        vaccine(vaccine);
        product(given);
        amount(given.hundredths());
        out.literal(millilitres).skip(2).literal(newRecord).next();
        place(vaccine.provider());
        out.skip(4).text(given.lotNumber()).next().date(given.expirationDate()).next();
        out.code(given.mvx()).component().text(given.manufacturer()).literal(mvx);
        out.skip(3).literal(completed).end();
        routes.write(given, out);
        observations.start(given.at().toLocalDate());
        observations.eligibility(vaccine.fundingCode(), vaccine.funding());
        List<SeriesDose> series = vaccine.series();
        for (int i = 0; i < series.size(); i++) {
            observations.series(series.get(i));
        }
    }

    /** The second triplet of RXA-5: the NDC with its hyphens. */
    private void product(Vaccine.Administration given) {
        Text code = given.ndc();
        out.component();
        if (code != null) {
            out.hyphenated(code, NDC_LABELER, NDC_PACKAGE);
            out.component().text(given.product()).literal(ndc);
        }
        out.next();
    }

    /** Without zeros at the end. */
    private void amount(int hundredths) {
        if (hundredths % 100 == 0) {
            out.number(hundredths / 100);
        } else if (hundredths % 10 == 0) {
            out.decimal(hundredths / 10, 1);
        } else {
            out.decimal(hundredths, 2);
        }
    }

    /** RXA-10, who gave it, and RXA-11, where. */
    private void place(Provider provider) {
        if (PartyWriter.isPractitioner(provider)) {
            parties.practitioner(provider);
        }
        out.next().components(3).digits(PartyWriter.NPI, PartyWriter.organizationNpi(provider));
        out.components(5);
        parties.street(provider.address());
    }
}
