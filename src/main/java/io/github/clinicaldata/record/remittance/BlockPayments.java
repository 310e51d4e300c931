package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimReader;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The payments of a block of members, year by year as somebody asks for them. */
final class BlockPayments {
    /**
     * A payment.
     *
     * @param day in days since 1970-01-01
     * @param claims at least one, in the order of their receipt
     * @param carriedFrom balance of earlier payments, zero or negative cents
     * @param carriedTo balance for a later payment, zero or negative cents
     */
    record Payment(int day, List<SettledClaim> claims, long carriedFrom, long carriedTo) {
        /** The first claim, which tells payer and payee. */
        Claim claim() {
            return claims.get(0).claim();
        }

        /** What is due for the claims, in cents. */
        long due() {
            long sum = 0;
            for (SettledClaim claim : claims) {
                sum += claim.paid();
            }
            return sum;
        }
    }

    private static final int NPI_BITS = 36;

    private static final Comparator<Payment> ORDER =
            Comparator.comparingInt(Payment::day)
                    .thenComparingLong(payment -> parties(payment.claim()))
                    .thenComparingLong(payment -> payment.claim().number());

    private final ClaimReader reader;
    private final long block;
    private final @Nullable List<Claim>[] claims;
    private final @Nullable List<Payment>[] byYear;

    @SuppressWarnings({"unchecked", "rawtypes"})
    BlockPayments(ClaimReader reader, long block) {
        this.reader = reader;
        this.block = block;
        claims = new List[PlanYears.COUNT];
        byYear = new List[PlanYears.COUNT];
    }

    /** The number of the block. */
    long block() {
        return block;
    }

    /** A number for payer and payee. */
    static long parties(Claim claim) {
        return (long) claim.coverage().payer().ordinal() << NPI_BITS | claim.billing().npi();
    }

    /** The payments of a plan year in the order of their days. */
    List<Payment> year(int year) {
        List<Payment> payments = byYear[year];
        if (payments == null) {
            payments = new ArrayList<>();
            if (year > PlanYears.FIRST) {
                collect(year - 1, year, payments);
            }
            collect(year, year, payments);
            payments.sort(ORDER);
            carry(payments);
            byYear[year] = payments;
        }
        return payments;
    }

    /** Adds the payments of a year for claims that were received in the same one or before. */
    private void collect(int received, int year, List<Payment> payments) {
        SortedMap<Integer, List<SettledClaim>> byPayment = new TreeMap<>();
        for (Claim claim : claims(received)) {
            if (claim.payment() >= 0 && reader.years().yearOf(claim.paymentDay()) == year) {
                byPayment
                        .computeIfAbsent(claim.payment(), none -> new ArrayList<>(4))
                        .add(new SettledClaim(claim));
            }
        }
        for (List<SettledClaim> together : byPayment.values()) {
            int day = together.get(0).claim().paymentDay();
            payments.add(new Payment(day, List.copyOf(together), 0, 0));
        }
    }

    private List<Claim> claims(int year) {
        List<Claim> ofYear = claims[year];
        if (ofYear == null) {
            ofYear = new ArrayList<>(reader.count(year));
            for (int i = 0; i < reader.count(year); i++) {
                ofYear.add(reader.claim(block, year, i));
            }
            claims[year] = ofYear;
        }
        return ofYear;
    }

    /** Carries what a payee owes from payment to payment. */
    private static void carry(List<Payment> payments) {
        SortedMap<Long, Long> owed = new TreeMap<>();
        for (int i = 0; i < payments.size(); i++) {
            Payment payment = payments.get(i);
            long due = payment.due();
            long parties = parties(payment.claim());
            Long from = owed.remove(parties);
            if (from == null && due >= 0) {
                continue;
            }
            long before = from == null ? 0 : from;
            long to = Math.min(0, before + due);
            if (to < 0) {
                owed.put(parties, to);
            }
            payments.set(i, new Payment(payment.day(), payment.claims(), before, to));
        }
    }
}
