package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnoses;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.place.LocalTimes;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the encounters of one population. */
final class EncounterReader implements RecordReader<Encounter> {
    private final HealthReader health;
    private final PlanYears years;
    private final RecordIds ids;
    private final RecordIds conditions;
    private final EventSpace.Slot slot = new EventSpace.Slot();

    EncounterReader(Readers readers) {
        Population population = readers.population();
        health = HealthReader.of(readers);
        years = health.years();
        ids = new RecordIds(KindCodes.ENCOUNTERS, population.seed());
        conditions = new RecordIds(KindCodes.CONDITIONS, population.seed());
    }

    /** The reader that others of the same caller share. */
    static EncounterReader of(Readers readers) {
        return readers.get(EncounterReader.class, EncounterReader::new);
    }

    @Override
    public @Nullable Encounter read(long index) {
        BlockHealth.VISITS.locate(index, years.known(), slot);
        BlockHealth block = health.at(slot.block());
        Visit visit = block.visits(slot.year()).get(slot.number());
        if (visit.day() > years.asOf()) {
            return null;
        }
        Member member = block.block().member(visit.member());
        Provider facility = health.care().facility(visit);
        boolean over = visit.lastDay() <= years.asOf();
        var state = facility.address().place().state();
        LocalTimes clock = LocalTimes.standard();
        return new Encounter(
                ids.at(BlockHealth.VISITS.numberInId(slot.block(), slot.year(), slot.number())),
                over ? EncounterStatus.FINISHED : EncounterStatus.IN_PROGRESS,
                member,
                visit,
                condition(block, visit.condition()),
                clock.at(state, visit.day(), visit.minute()),
                over ? clock.at(state, visit.lastDay(), visit.lastMinute()) : null,
                VisitDiagnoses.of(block, visit),
                health.care().practitioner(visit),
                facility,
                block.block().guardian(visit.member()));
    }

    private @Nullable RecordId condition(BlockHealth block, @Nullable MemberCondition condition) {
        if (condition == null) {
            return null;
        }
        int year = years.yearOf(condition.onset());
        int number = block.conditionNumber(year, condition);
        return number < 0
                ? null
                : conditions.at(BlockHealth.SPACE.numberInId(block.block().number(), year, number));
    }

    /** The indexes, ascending, of the encounters of a member. */
    long[] ofMember(long member) {
        int position = (int) (member % MemberBlock.SIZE);
        return find(member / MemberBlock.SIZE, visit -> visit.member() == position);
    }

    /** The indexes, ascending, of the encounters to which a condition led. */
    long[] ofCondition(long condition) {
        BlockHealth.SPACE.locate(condition, years.known(), slot);
        long block = slot.block();
        MemberCondition led = health.at(block).year(slot.year()).get(slot.number());
        return find(block, visit -> led.equals(visit.condition()));
    }

    private long[] find(long block, Predicate<Visit> wanted) {
        LongStream.Builder found = LongStream.builder();
        for (int year = PlanYears.FIRST; year < years.known(); year++) {
            List<Visit> visits = health.at(block).visits(year);
            for (int i = 0; i < visits.size(); i++) {
                Visit visit = visits.get(i);
                if (visit.day() <= years.asOf() && wanted.test(visit)) {
                    found.add(BlockHealth.VISITS.index(block, year, i, years.known()));
                }
            }
        }
        return found.build().toArray();
    }
}
