package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.medication.BlockPrescriptions;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the claims of one population. Not safe for use by several threads. */
public final class ClaimReader implements RecordReader<Claim> {
    private final HealthReader health;
    private final PlanYears years;
    private final ClaimKnobs knobs;
    private final RecordIds ids;
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private @Nullable BlockClaims last;

    /** The claims of a population. */
    public ClaimReader(Population population) {
        health = new HealthReader(population);
        years = health.years();
        knobs = ClaimKnobs.of(population.knobs());
        ids = new RecordIds(KindCodes.CLAIMS, population.seed());
    }

    @Override
    public @Nullable Claim read(long index) {
        BlockClaims.SPACE.locate(index, years.known(), slot);
        return claim(at(slot.block()), slot.year(), slot.number());
    }

    private @Nullable Claim claim(BlockClaims block, int year, int number) {
        List<ClaimDraft> ofYear = block.year(year);
        ClaimDraft draft = ofYear.get(number);
        if (draft.received > years.asOf()) {
            return null;
        }
        long blockNumber = block.health().block().number();
        ClaimDraft original = draft.original;
        RecordId replaced =
                original == null
                        ? null
                        : ids.at(
                                BlockClaims.SPACE.numberInId(
                                        blockNumber, year, ofYear.indexOf(original)));
        long numberInId = BlockClaims.SPACE.numberInId(blockNumber, year, number);
        if (knobs.service() != null && draft.visit != null) {
            draft.lines.get(0).forcedCode = knobs.service();
        }
        return new Claim(ids.at(numberInId), numberInId, draft, null, replaced, years.asOf());
    }

    private BlockClaims at(long number) {
        BlockClaims block = last;
        if (block == null || block.health().block().number() != number) {
            BlockHealth ofBlock = health.at(number);
            block =
                    new BlockClaims(
                            ofBlock,
                            new BlockPrescriptions(ofBlock, health.care()),
                            health.care(),
                            knobs);
            last = block;
        }
        return block;
    }

    /** The indexes of the claims of a member. */
    long[] ofMember(long member) {
        BlockClaims block = at(member / 64);
        int position = (int) (member % 64);
        List<Long> found = new ArrayList<>();
        for (int year = PlanYears.FIRST; year < years.known(); year++) {
            List<ClaimDraft> claims = block.year(year);
            for (int i = 0; i < claims.size(); i++) {
                if (claims.get(i).member == position && claims.get(i).received <= years.asOf()) {
                    found.add(BlockClaims.SPACE.index(member / 64, year, i, years.known()));
                }
            }
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }
}
