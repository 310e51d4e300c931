package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimReader;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the remittances of one population. Remembers the last block. Not safe for use by several
 * threads.
 */
public final class RemittanceReader implements RecordReader<Remittance> {
    /** The indexes of remittances. */
    public static final EventSpace SPACE = ClaimReader.PAYMENTS;

    /** Share of payees whom a payer pays by transfer; approximate, from the CAQH Index of 2022. */
    private static final double TRANSFERS = 0.76;

    private final ClaimReader claims;
    private final PlanYears years;
    private final RecordIds ids;
    private final RandomKey methods;
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private @Nullable BlockPayments last;

    /** The remittances of a population. */
    public RemittanceReader(Readers readers) {
        Population population = readers.population();
        claims = ClaimReader.of(readers);
        years = claims.years();
        ids = new RecordIds(KindCodes.REMITTANCES, population.seed());
        methods = RandomKey.of(population.seed(), "payment-methods");
    }

    /** The reader that others of the same caller share. */
    public static RemittanceReader of(Readers readers) {
        return readers.get(RemittanceReader.class, RemittanceReader::new);
    }

    @Override
    public @Nullable Remittance read(long index) {
        SPACE.locate(index, years.known(), slot);
        BlockPayments.Payment payment = at(slot.block()).year(slot.year()).get(slot.number());
        if (payment.day() > years.asOf()) {
            return null;
        }
        long number = SPACE.numberInId(slot.block(), slot.year(), slot.number());
        Claim claim = payment.claim();
        return new Remittance(
                ids.at(number),
                number,
                payment.day(),
                method(payment),
                claim.coverage().payer(),
                claim.billing(),
                payment.carriedFrom(),
                payment.carriedTo(),
                payment.claims());
    }

    private PaymentMethod method(BlockPayments.Payment payment) {
        if (payment.due() + payment.carriedFrom() <= 0) {
            return PaymentMethod.NONE;
        }
        long parties = methods.at(BlockPayments.parties(payment.claim()));
        return Uniforms.of(parties, 1) < TRANSFERS ? PaymentMethod.ACH : PaymentMethod.CHECK;
    }

    private BlockPayments at(long block) {
        BlockPayments payments = last;
        if (payments == null || payments.block() != block) {
            payments = new BlockPayments(claims, block);
            last = payments;
        }
        return payments;
    }

    /** The index of the remittance that settles the claim at an index, or none. */
    long[] ofClaim(long claimIndex) {
        Claim claim = claims.present(claimIndex);
        ClaimReader.SPACE.locate(claimIndex, years.known(), slot);
        if (claim.payment() < 0 || claim.paymentDay() > years.asOf()) {
            return new long[0];
        }
        int year = years.yearOf(claim.paymentDay());
        List<BlockPayments.Payment> payments = at(slot.block()).year(year);
        for (int i = 0; i < payments.size(); i++) {
            for (SettledClaim settled : payments.get(i).claims()) {
                if (settled.claim().number() == claim.number()) {
                    return new long[] {SPACE.index(slot.block(), year, i, years.known())};
                }
            }
        }
        return new long[0];
    }
}
