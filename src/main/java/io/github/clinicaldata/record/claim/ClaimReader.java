package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.medication.BlockPrescriptions;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of one population, one by one or by block and year. Remembers the last block.
 * Not safe for use by several threads.
 */
public final class ClaimReader implements RecordReader<Claim> {
    /** The indexes of claims. */
    public static final EventSpace SPACE = BlockClaims.SPACE;

    /** The indexes of the payments that settle claims. */
    public static final EventSpace PAYMENTS = PaymentRuns.SPACE;

    private final HealthReader health;
    private final PlanYears years;
    private final ClaimKnobs knobs;
    private final RecordIds ids;
    private final RecordIds encounters;
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private @Nullable BlockClaims last;

    /** The claims of a population. */
    public ClaimReader(Readers readers) {
        Population population = readers.population();
        health = HealthReader.of(readers);
        years = health.years();
        knobs = ClaimKnobs.of(population.knobs());
        ids = new RecordIds(KindCodes.CLAIMS, population.seed());
        encounters = new RecordIds(KindCodes.ENCOUNTERS, population.seed());
    }

    /** The reader that others of the same caller share. */
    public static ClaimReader of(Readers readers) {
        return readers.get(ClaimReader.class, ClaimReader::new);
    }

    /** The plan years of the population. */
    public PlanYears years() {
        return years;
    }

    /** The health of the members of a block. */
    public BlockHealth health(long block) {
        return at(block).health();
    }

    /** The providers of the members of the block that was read last. */
    public CareTeam care() {
        return health.care();
    }

    /** The plan of a member of a block who is covered. */
    public PlanDesign design(long block, int member) {
        return at(block).design(member);
    }

    /**
     * The last decision up to a day on a member's claims of a plan year, or null: it tells what the
     * member has paid so far.
     *
     * @param day in days since 1970-01-01
     */
    public @Nullable Decision lastDecision(long block, int year, int member, int day) {
        ClaimDraft claim = at(block).lastDecided(year, member, day);
        return claim == null ? null : new Decision(claim);
    }

    @Override
    public @Nullable Claim read(long index) {
        SPACE.locate(index, years.known(), slot);
        Claim claim = claim(slot.block(), slot.year(), slot.number());
        return claim.received() > years.asOf() ? null : claim;
    }

    /** The number of claims of a block in a plan year. */
    public int count(int year) {
        return SPACE.slots(year);
    }

    /** The index of a claim. */
    public long index(long block, int year, int number) {
        return SPACE.index(block, year, number, years.known());
    }

    /**
     * A claim of a block and plan year, whether it has been received on {@code asOf} or not; they
     * are in the order of their receipt.
     */
    public Claim claim(long block, int year, int number) {
        BlockClaims claims = at(block);
        List<ClaimDraft> ofYear = claims.year(year);
        ClaimDraft draft = ofYear.get(number);
        ClaimDraft original = draft.original;
        ClaimDraft before = draft.prior;
        long numberInId = SPACE.numberInId(block, year, number);
        return new Claim(
                ids.at(numberInId),
                numberInId,
                draft,
                encounter(claims.health(), year, draft.visit),
                original == null ? null : ids.at(SPACE.numberInId(block, year, original.number)),
                before == null ? null : ids.at(SPACE.numberInId(block, year, before.number)),
                claims.subscriber(draft.member),
                years.asOf());
    }

    private @Nullable RecordId encounter(BlockHealth ofBlock, int year, @Nullable Visit visit) {
        if (visit == null) {
            return null;
        }
        int number = ofBlock.visitNumber(year, visit);
        return encounters.at(BlockHealth.VISITS.numberInId(ofBlock.block().number(), year, number));
    }

    private BlockClaims at(long number) {
        BlockHealth ofBlock = health.at(number);
        BlockClaims block = last;
        if (block == null || block.health() != ofBlock) {
            block = new BlockClaims(ofBlock, new BlockPrescriptions(ofBlock), health.care(), knobs);
            last = block;
        }
        return block;
    }

    /** The indexes, ascending, of the claims of a member. */
    long[] ofMember(long member) {
        long block = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        long[] found = new long[years.known() * 64];
        int count = 0;
        for (int year = PlanYears.FIRST; year < years.known(); year++) {
            List<ClaimDraft> claims = at(block).year(year);
            for (int i = 0; i < claims.size(); i++) {
                if (claims.get(i).member == position && claims.get(i).received <= years.asOf()) {
                    found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                    found[count++] = index(block, year, i);
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The indexes, ascending, of the claims that bill an encounter. */
    long[] ofEncounter(long encounter) {
        BlockHealth.VISITS.locate(encounter, years.known(), slot);
        long block = slot.block();
        int year = slot.year();
        Visit visit = at(block).health().visits(year).get(slot.number());
        List<ClaimDraft> claims = at(block).year(year);
        long[] found = new long[claims.size()];
        int count = 0;
        for (int i = 0; i < claims.size(); i++) {
            Visit billed = claims.get(i).visit;
            if (billed != null
                    && billed.key() == visit.key()
                    && claims.get(i).received <= years.asOf()) {
                found[count++] = index(block, year, i);
            }
        }
        return Arrays.copyOf(found, count);
    }
}
