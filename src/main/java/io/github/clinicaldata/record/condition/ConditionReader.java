package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of one population. */
final class ConditionReader implements RecordReader<Condition> {
    private final HealthReader health;
    private final PlanYears years;
    private final RecordIds ids;
    private final EventSpace.Slot slot = new EventSpace.Slot();

    ConditionReader(Readers readers) {
        Population population = readers.population();
        health = HealthReader.of(readers);
        years = health.years();
        ids = new RecordIds(KindCodes.CONDITIONS, population.seed());
    }

    /** The reader that others of the same caller share. */
    static ConditionReader of(Readers readers) {
        return readers.get(ConditionReader.class, ConditionReader::new);
    }

    @Override
    public @Nullable Condition read(long index) {
        BlockHealth.SPACE.locate(index, years.known(), slot);
        BlockHealth block = health.at(slot.block());
        MemberCondition condition = block.year(slot.year()).get(slot.number());
        if (condition.onset() > years.asOf()) {
            return null;
        }
        boolean passed = condition.end() <= years.asOf();
        return new Condition(
                ids.at(BlockHealth.SPACE.numberInId(slot.block(), slot.year(), slot.number())),
                block.block().member(condition.member()),
                condition,
                passed ? ConditionStatus.RESOLVED : ConditionStatus.ACTIVE,
                passed ? LocalDate.ofEpochDay(condition.end()) : null);
    }

    /** The indexes, ascending, of the conditions of a member. */
    long[] ofMember(long member) {
        long block = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        LongStream.Builder found = LongStream.builder();
        for (int year = PlanYears.BEFORE; year < years.known(); year++) {
            List<MemberCondition> conditions = health.at(block).year(year);
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).member() == position
                        && conditions.get(i).onset() <= years.asOf()) {
                    found.add(BlockHealth.SPACE.index(block, year, i, years.known()));
                }
            }
        }
        return found.build().toArray();
    }
}
