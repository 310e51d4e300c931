package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.provider.Provider;
import java.util.List;
import java.util.Objects;

/** Writes professional claims, 837P of 005010X222A1. */
final class ProfessionalSession extends ClaimSession {
    private static final int MINUTES = 'M' << 8 | 'J';
    private static final Text INPATIENT = Text.of("21");
    private static final Text HOME = Text.of("12");

    private final Literal clm = literal("CLM*");
    private final Literal placeOf = literal(":B:");
    private final Literal assigned = literal("*Y*A*Y*Y");
    private final Literal unassigned = literal("*Y*C*Y*Y");
    private final Literal otherAccident = literal("OA");
    private final Literal carAccident = literal("AA:::");
    private final Literal accident = literal("DTP*439*D8*");
    private final Literal admission = literal("DTP*435*D8*");
    private final Literal discharge = literal("DTP*096*D8*");
    private final Literal principal = literal("HI*ABK:");
    private final Literal further = literal("*ABF:");
    private final Literal rendering = literal("NM1*82*");
    private final Literal specialty = literal("PRV*PE*PXC*");
    private final Literal facility = literal("NM1*77*");
    private final Literal lx = literal("LX*");
    private final Literal sv1 = literal("SV1*HC:");
    private final Literal minutes = literal("MJ");
    private final Literal items = literal("UN");
    private final Literal serviceDate = literal("DTP*472*D8*");

    ProfessionalSession(TransactionSet<Claim> set, StreamContext context) {
        super(set, context, "005010X222A1");
    }

    @Override
    protected void claim(Claim claim) {
        Text place = Objects.requireNonNull(claim.placeOfService());
        out.begin(clm).digits(NUMBER, claim.number()).next().money(Math.abs(claim.charge()));
        out.skip(3).code(place).literal(placeOf).code(claim.frequency().code());
        out.literal(claim.inNetwork() ? assigned : unassigned);
        int injured = accident(claim);
        out.end();
        dates(claim, place, injured);
        original(claim);
        diagnoses(claim.diagnoses());
        providers(claim, place);
        otherPayer(claim);
        for (ClaimLine line : claim.lines()) {
            line(line, claim);
        }
    }

    /** CLM11: the day of an accident, or -1 where there was none. */
    private int accident(Claim claim) {
        for (VisitDiagnosis each : claim.diagnoses()) {
            if (isExternalCause(each)) {
                Text code = each.diagnosis().code();
                boolean car = code.byteAt(0) == 'V' && code.byteAt(1) >= '4';
                if (car) {
                    out.skip(2).literal(carAccident);
                    out.code(claim.member().address().place().state().code());
                } else {
                    out.skip(2).literal(otherAccident);
                }
                Visit visit = claim.visit();
                return visit == null || visit.condition() == null
                        ? claim.from()
                        : Math.min(claim.from(), visit.condition().onset());
            }
        }
        return -1;
    }

    private void dates(Claim claim, Text place, int injured) {
        if (injured >= 0) {
            out.begin(accident).date(injured).end();
        }
        if (place.equals(INPATIENT)) {
            out.begin(admission).date(claim.from()).end();
            Visit visit = claim.visit();
            if (visit != null && visit.lastDay() <= claim.to()) {
                out.begin(discharge).date(claim.to()).end();
            }
        }
    }

    private void diagnoses(List<VisitDiagnosis> diagnoses) {
        if (diagnoses.isEmpty()) {
            return;
        }
        out.begin(principal).undotted(diagnoses.get(0).diagnosis().code());
        for (int i = 1; i < count(diagnoses); i++) {
            out.literal(further).undotted(diagnoses.get(i).diagnosis().code());
        }
        out.end();
    }

    private void providers(Claim claim, Text place) {
        Provider by = claim.rendering();
        if (by != null && by.npi() != claim.billing().npi()) {
            out.begin(rendering);
            parties.provider(by, by.npi());
            out.begin(specialty).code(by.type().taxonomy()).end();
        }
        Provider where = claim.facility();
        if (where != null && !place.equals(HOME)) {
            out.begin(facility);
            parties.provider(where, where.npi());
            parties.addressOfProvider(where.address());
        }
    }

    private void line(ClaimLine line, Claim claim) {
        out.begin(lx).number(line.number()).end();
        out.begin(sv1).text(Objects.requireNonNull(line.procedureCode()), 48);
        Text modifier = line.modifier();
        if (modifier != null) {
            out.component().code(modifier);
        }
        out.next().money(Math.abs(line.charge())).next();
        Text unit = line.unit();
        out.literal((unit.byteAt(0) << 8 | unit.byteAt(1)) == MINUTES ? minutes : items);
        out.next().decimal(Math.abs(line.units()), 1).skip(3);
        List<Text> pointers = line.pointers();
        out.code(pointers.get(0));
        for (int i = 1; i < pointers.size(); i++) {
            out.component().code(pointers.get(i));
        }
        out.end();
        out.begin(serviceDate).date(line.day()).end();
        doses.line(line);
        priorPayer.line(claim, line);
    }
}
