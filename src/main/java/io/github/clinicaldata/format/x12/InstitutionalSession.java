package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Admission;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.health.PresentOnAdmission;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.pathway.Stay;
import io.github.clinicaldata.record.procedure.StayProcedures.StayProcedure;
import io.github.clinicaldata.record.provider.Provider;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes institutional claims, 837I of 005010X223A2. */
final class InstitutionalSession extends ClaimSession {
    private static final DigitPattern CLOCK = DigitPattern.of("####");
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final Text HOME = Text.of("01");
    private static final Text DAYS = Text.of("DA");

    private static final int MOST_PROCEDURES = 12;

    private final Literal clm = literal("CLM*");
    private final Literal facilityCode = literal(":A:");
    private final Literal assigned = literal("**A*Y*Y~");
    private final Literal unassigned = literal("**C*Y*Y~");
    private final Literal dischargeHour = literal("DTP*096*TM*");
    private final Literal statement = literal("DTP*434*RD8*");
    private final Literal admitted = literal("DTP*435*DT*");
    private final Literal cl1 = literal("CL1*");
    private final Literal principal = literal("HI*ABK:");
    private final Literal admitting = literal("HI*ABJ:");
    private final Literal reason = literal("HI*APR:");
    private final Literal cause = literal("ABN:");
    private final Literal furtherDiagnosis = literal("ABF:");
    private final Literal hi = literal("HI*");
    private final Literal principalProcedure = literal("BBR:");
    private final Literal furtherProcedure = literal("BBQ:");
    private final Literal procedureDate = literal(":D8:");
    private final Literal drg = literal("HI*DR:");
    private final Literal present = literal(":::::::Y");
    private final Literal absent = literal(":::::::N");
    private final Literal attending = literal("NM1*71*");
    private final Literal specialty = literal("PRV*AT*PXC*");
    private final Literal place = literal("NM1*77*");
    private final Literal lx = literal("LX*");
    private final Literal sv2 = literal("SV2*");
    private final Literal hc = literal("HC:");
    private final Literal days = literal("DA");
    private final Literal items = literal("UN");
    private final Literal serviceDate = literal("DTP*472*D8*");

    InstitutionalSession(TransactionSet<Claim> set, StreamContext context) {
        super(set, context, "005010X223A2");
    }

    @Override
    protected void claim(Claim claim) {
        out.begin(clm).digits(NUMBER, claim.number()).next().money(Math.abs(claim.charge()));
        out.skip(3).code(Objects.requireNonNull(claim.typeOfBill())).literal(facilityCode);
        out.code(claim.frequency().code());
        out.literal(claim.inNetwork() ? assigned : unassigned);
        dates(claim);
        admission(claim);
        original(claim);
        diagnoses(claim);
        providers(claim);
        otherPayer(claim);
        for (ClaimLine line : claim.lines()) {
            line(line);
            doses.line(line);
            priorPayer.line(claim, line);
        }
    }

    private void dates(Claim claim) {
        Visit visit = Objects.requireNonNull(claim.visit());
        boolean stays = claim.stay() != null;
        if (stays && visit.lastDay() <= claim.to()) {
            out.begin(dischargeHour).digits(CLOCK, clock(visit.lastMinute())).end();
        }
        out.begin(statement).date(claim.from()).literal(Literal.of("-")).date(claim.to()).end();
        if (stays) {
            out.begin(admitted).date(visit.day()).digits(CLOCK, clock(visit.minute())).end();
        }
    }

    private static long clock(int minute) {
        int ofDay = minute % MINUTES_A_DAY;
        return ofDay / 60 * 100L + ofDay % 60;
    }

    private void admission(Claim claim) {
        Visit visit = Objects.requireNonNull(claim.visit());
        Admission admission = Admission.of(visit);
        DischargeStatus status = visit.discharge();
        out.begin(cl1).code(admission.type()).next().code(admission.source()).next();
        out.code(status == null || claim.stay() == null ? HOME : status.code()).end();
    }

    private void diagnoses(Claim claim) {
        List<VisitDiagnosis> diagnoses = claim.diagnoses();
        if (diagnoses.isEmpty()) {
            return;
        }
        Stay stay = claim.stay();
        VisitDiagnosis first = diagnoses.get(0);
        out.begin(principal).undotted(first.diagnosis().code());
        presence(first, stay);
        out.end();
        if (stay != null) {
            out.begin(admitting).undotted(first.diagnosis().code()).end();
        } else if (isUnplanned(claim)) {
            out.begin(reason).undotted(first.diagnosis().code()).end();
        }
        others(diagnoses, true, stay);
        DrgGroup group = stay == null ? null : Objects.requireNonNull(claim.visit()).drg();
        if (group != null) {
            out.begin(drg).code(group.code()).end();
        }
        others(diagnoses, false, stay);
        procedures(claim.procedures());
    }

    /** The principal procedure, and the others in one segment. */
    private void procedures(List<StayProcedure> procedures) {
        for (int i = 0; i < Math.min(procedures.size(), 1 + MOST_PROCEDURES); i++) {
            if (i < 2) {
                out.begin(hi);
            } else {
                out.next();
            }
            StayProcedure each = procedures.get(i);
            out.literal(i == 0 ? principalProcedure : furtherProcedure).code(each.code());
            out.literal(procedureDate).date(each.day());
            if (i == 0) {
                out.end();
            }
        }
        if (procedures.size() > 1) {
            out.end();
        }
    }

    private static boolean isUnplanned(Claim claim) {
        Text bill = Objects.requireNonNull(claim.typeOfBill());
        return bill.byteAt(0) == '1' && bill.byteAt(1) == '3';
    }

    /** External causes, or the other diagnoses, in one segment. */
    private void others(List<VisitDiagnosis> diagnoses, boolean causes, @Nullable Stay stay) {
        boolean begun = false;
        for (int i = 1; i < count(diagnoses); i++) {
            VisitDiagnosis each = diagnoses.get(i);
            if (isExternalCause(each) == causes) {
                if (begun) {
                    out.next();
                } else {
                    out.begin(hi);
                    begun = true;
                }
                out.literal(causes ? cause : furtherDiagnosis).undotted(each.diagnosis().code());
                presence(each, stay);
            }
        }
        if (begun) {
            out.end();
        }
    }

    private void presence(VisitDiagnosis diagnosis, @Nullable Stay stay) {
        PresentOnAdmission known = diagnosis.presentOnAdmission();
        if (stay == null || known == null || known == PresentOnAdmission.EXEMPT) {
            return;
        }
        out.literal(known == PresentOnAdmission.YES ? present : absent);
    }

    private void providers(Claim claim) {
        Provider by = claim.rendering();
        if (by != null) {
            out.begin(attending);
            parties.provider(by, by.npi());
            out.begin(specialty).code(by.type().taxonomy()).end();
        }
        Provider where = claim.facility();
        if (where != null) {
            out.begin(place);
            parties.provider(where, where.npi());
            parties.addressOfProvider(where.address());
        }
    }

    private void line(ClaimLine line) {
        out.begin(lx).number(line.number()).end();
        out.begin(sv2).code(Objects.requireNonNull(line.revenueCode())).next();
        Text code = line.procedureCode();
        if (code != null) {
            out.literal(hc).text(code, 48);
            Text modifier = line.modifier();
            if (modifier != null) {
                out.component().code(modifier);
            }
        }
        out.next().money(Math.abs(line.charge())).next();
        out.literal(line.unit().equals(DAYS) ? days : items).next();
        out.decimal(Math.abs(line.units()), 1).end();
        out.begin(serviceDate).date(line.day()).end();
    }
}
