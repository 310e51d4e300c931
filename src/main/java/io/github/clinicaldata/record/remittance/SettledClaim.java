package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Adjustment;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimFrequency;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.member.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim in a remittance. Its charge is what is paid and the sum of its adjustments. Amounts in
 * cents.
 *
 * @param claim the claim
 */
public record SettledClaim(Claim claim) {
    private static final Text MEMBERS = Text.of("PR");

    private static final RecordSchema<ClaimLine> LINE =
            RecordSchema.<ClaimLine>named("settled_line")
                    .integer("number", ClaimLine::number, "Number of the line in the claim")
                    .optionalText(
                            "procedure_code",
                            ClaimLine::procedureCode,
                            "HCPCS code, or that of a site's own set")
                    .optionalText("revenue_code", ClaimLine::revenueCode, "Of institutional claims")
                    .optionalText("ndc", ClaimLine::ndc, "Of drugs: NDC, eleven digits")
                    .money("charge", ClaimLine::charge, "What the provider asked for")
                    .money("paid", ClaimLine::paid, "What the payer pays")
                    .build();

    /** The fields of a claim in a remittance. */
    public static final RecordSchema<SettledClaim> SCHEMA =
            RecordSchema.<SettledClaim>named("settled_claim")
                    .id("claim_id", settled -> settled.claim.id(), "Record of the claim")
                    .digits(
                            "claim_number",
                            ClaimsKind.NUMBER,
                            settled -> settled.claim.number(),
                            "The payer's control number")
                    .group(
                            "patient",
                            settled -> settled.claim.member(),
                            Member.REFERENCE,
                            "Whose claim it is")
                    .code(
                            "status",
                            SettlementStatus.class,
                            SettledClaim::status,
                            "1 decided by the first payer, 19 the same and sent on to a second one,"
                                + " 2 decided by the second one, 4 denied, 22 takes a payment back")
                    .money("charge", SettledClaim::charge, "What the provider asked for")
                    .money("paid", SettledClaim::paid, "What the payer pays")
                    .money(
                            "member_responsibility",
                            SettledClaim::memberResponsibility,
                            "What the member owes: the adjustments of the group PR")
                    .date("service_from", s -> date(s.claim.from()), "First day of service")
                    .date("service_to", s -> date(s.claim.to()), "Last day of service")
                    .groups(
                            "adjustments",
                            SettledClaim::adjustments,
                            Adjustment.SCHEMA,
                            "Why the rest of the charge is not paid, one for each group and reason")
                    .groups(
                            "lines",
                            settled -> settled.claim.lines(),
                            LINE,
                            "What was billed and what is paid of it")
                    .build();

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** What the payer made of it. */
    public SettlementStatus status() {
        if (claim.frequency() == ClaimFrequency.VOID) {
            return SettlementStatus.REVERSAL;
        }
        if (claim.whollyDenied()) {
            return SettlementStatus.DENIED;
        }
        if (claim.prior() != null) {
            return SettlementStatus.SECOND;
        }
        return claim.goesOn() ? SettlementStatus.SENT_ON : SettlementStatus.PROCESSED;
    }

    /** What the provider asked for. */
    public long charge() {
        return claim.charge();
    }

    /** What the payer pays. */
    public long paid() {
        return claim.settlement().paid();
    }

    /** What the member owes. */
    public long memberResponsibility() {
        long sum = 0;
        for (Adjustment adjustment : adjustments()) {
            sum += adjustment.group().equals(MEMBERS) ? adjustment.amount() : 0;
        }
        return sum;
    }

    /** Why the rest of the charge is not paid: the sums of the lines' adjustments. */
    public List<Adjustment> adjustments() {
        List<Adjustment> sums = new ArrayList<>(4);
        long lines = 0;
        for (ClaimLine line : claim.lines()) {
            lines += line.charge();
            for (Adjustment adjustment : line.adjustments()) {
                add(sums, adjustment, adjustment.amount());
            }
        }
        if (claim.charge() != lines) {
            // a claim whose total is wrong is denied with all that it asks for
            add(sums, sums.get(0), claim.charge() - lines);
        }
        return sums;
    }

    private static void add(List<Adjustment> sums, Adjustment like, long amount) {
        for (int i = 0; i < sums.size(); i++) {
            Adjustment sum = sums.get(i);
            if (sum.group().equals(like.group()) && sum.reason().equals(like.reason())) {
                sums.set(
                        i,
                        new Adjustment(
                                sum.group(), sum.reason(), sum.amount() + amount, sum.remark()));
                return;
            }
        }
        sums.add(new Adjustment(like.group(), like.reason(), amount, like.remark()));
    }
}
