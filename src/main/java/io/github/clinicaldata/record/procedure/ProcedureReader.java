package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.place.LocalTimes;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the procedures of one population. Not safe for use by several threads. */
final class ProcedureReader implements RecordReader<MemberProcedure> {
    private final HealthReader health;
    private final PlanYears years;
    private final RecordIds ids;
    private final RecordIds conditions;
    private final RecordIds encounters;
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private final @Nullable List<PlannedProcedure>[] byYear;
    private @Nullable BlockHealth lastHealth;

    @SuppressWarnings({"unchecked", "rawtypes"})
    ProcedureReader(Readers readers) {
        Population population = readers.population();
        health = HealthReader.of(readers);
        years = health.years();
        ids = new RecordIds(KindCodes.PROCEDURES, population.seed());
        conditions = new RecordIds(KindCodes.CONDITIONS, population.seed());
        encounters = new RecordIds(KindCodes.ENCOUNTERS, population.seed());
        byYear = new List[PlanYears.COUNT];
    }

    /** The reader that others of the same caller share. */
    static ProcedureReader of(Readers readers) {
        return readers.get(ProcedureReader.class, ProcedureReader::new);
    }

    @Override
    public @Nullable MemberProcedure read(long index) {
        ProcedureDraw.SPACE.locate(index, years.known(), slot);
        PlannedProcedure planned = year(slot.block(), slot.year()).get(slot.number());
        return planned.day() > years.asOf() ? null : procedure(planned);
    }

    private MemberProcedure procedure(PlannedProcedure planned) {
        BlockHealth block = health.at(slot.block());
        Visit visit = planned.visit();
        Provider facility = health.care().facility(visit);
        State state = facility.address().place().state();
        OffsetDateTime begin = at(state, ProcedureTimes.begin(visit));
        OffsetDateTime performed = later(begin, at(state, planned.begin()));
        boolean over = planned.lastDay() <= years.asOf();
        return new MemberProcedure(
                ids.at(ProcedureDraw.SPACE.numberInId(slot.block(), slot.year(), slot.number())),
                over ? ProcedureStatus.COMPLETED : ProcedureStatus.IN_PROGRESS,
                block.block().member(visit.member()),
                visit,
                planned.code(),
                encounters.at(
                        BlockHealth.VISITS.numberInId(
                                slot.block(), slot.year(), block.visitNumber(slot.year(), visit))),
                condition(block, visit.condition()),
                performed,
                over ? later(performed, at(state, planned.end())) : null,
                Examiners.standard().performer(health.care(), visit, planned.code()),
                facility);
    }

    private static OffsetDateTime at(State state, int minutes) {
        int day = Math.floorDiv(minutes, ProcedureTimes.MINUTES_A_DAY);
        return LocalTimes.standard()
                .at(state, day, Math.floorMod(minutes, ProcedureTimes.MINUTES_A_DAY));
    }

    /** Where clocks change during a night, an hour is lost: nothing ends before it begins. */
    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return other.isBefore(one) ? one : other;
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

    /** The procedures of a block and year in the order of their beginnings. */
    private List<PlannedProcedure> year(long block, int year) {
        BlockHealth ofBlock = health.at(block);
        if (lastHealth != ofBlock) {
            Arrays.fill(byYear, null);
            lastHealth = ofBlock;
        }
        List<PlannedProcedure> ofYear = byYear[year];
        if (ofYear == null) {
            ofYear = new ProcedureDraw(ofBlock, year).draw(ProcedureDraw.SPACE.slots(year));
            byYear[year] = ofYear;
        }
        return ofYear;
    }

    /** The indexes, ascending, of the procedures of a member. */
    long[] ofMember(long member) {
        int position = (int) (member % MemberBlock.SIZE);
        LongStream.Builder found = LongStream.builder();
        for (int year = PlanYears.FIRST; year < years.known(); year++) {
            find(member / MemberBlock.SIZE, year, each -> each.visit().member() == position, found);
        }
        return found.build().toArray();
    }

    /** The indexes, ascending, of the procedures of an encounter. */
    long[] ofEncounter(long encounter) {
        BlockHealth.VISITS.locate(encounter, years.known(), slot);
        Visit visit = health.at(slot.block()).visits(slot.year()).get(slot.number());
        LongStream.Builder found = LongStream.builder();
        find(slot.block(), slot.year(), each -> each.visit().key() == visit.key(), found);
        return found.build().toArray();
    }

    private void find(
            long block, int year, Predicate<PlannedProcedure> wanted, LongStream.Builder found) {
        List<PlannedProcedure> ofYear = year(block, year);
        for (int i = 0; i < ofYear.size(); i++) {
            PlannedProcedure each = ofYear.get(i);
            if (wanted.test(each) && each.day() <= years.asOf()) {
                found.add(ProcedureDraw.SPACE.index(block, year, i, years.known()));
            }
        }
    }
}
