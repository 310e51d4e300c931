package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.MemberBlocks;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.record.world.Sorting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deals out the slots of blocks among the doses that were planned, and remembers the last block.
 *
 * <p>Series come as they were planned; doses of the seasons make up for how many there are of
 * those, which differs much from block to block. Where a block has more doses of series than slots,
 * its last members are lost to the records from some day on.
 *
 * <p>Not safe for use by several threads.
 */
final class VaccineBlocks {
    private static final Comparator<PlannedDose> IN_TIME =
            Comparator.comparingInt(PlannedDose::day)
                    .thenComparingInt(dose -> dose.patient().position());

    private final EventSpace space;
    private final PlanYears years;
    private final MemberBlocks members;
    private final BlockPlanner planner;
    private final SeasonFillers fillers;
    private final FixedSample sample = new FixedSample();
    private final List<PlannedDose> chances = new ArrayList<>();
    private final List<List<PlannedDose>> series = new ArrayList<>();
    private final List<List<PlannedDose>> byChance = new ArrayList<>();
    private final FirstSeasons firstSeasons;
    private @Nullable VaccineBlock last;

    VaccineBlocks(Schedule schedule, EventSpace space, Readers readers) {
        Population population = readers.population();
        this.space = space;
        years = new PlanYears(population);
        members = MemberBlocks.of(readers);
        OpenDays openDays = new OpenDays(years);
        Venues venues = new Venues();
        planner = new BlockPlanner(schedule, population, years, openDays, venues);
        fillers = new SeasonFillers(schedule, openDays, venues);
        firstSeasons = new FirstSeasons(schedule);
        for (int year = 0; year < PlanYears.COUNT; year++) {
            series.add(new ArrayList<>());
            byChance.add(new ArrayList<>());
        }
    }

    /** The plan years of the population. */
    PlanYears years() {
        return years;
    }

    /** A block by its number. */
    VaccineBlock at(long number) {
        VaccineBlock block = last;
        if (block == null || block.members().number() != number) {
            MemberBlock ofMembers = members.at(number);
            block = new VaccineBlock(ofMembers, deal(ofMembers));
            last = block;
        }
        return block;
    }

    /** How many doses of each year a block wants: those of series and those of seasons. */
    int[][] demand(long number) {
        plan(members.at(number));
        int[][] demand = new int[PlanYears.COUNT][2];
        for (int year = 0; year < PlanYears.COUNT; year++) {
            demand[year][0] = series.get(year).size();
            demand[year][1] = (int) byChance.get(year).stream().filter(PlannedDose::wanted).count();
        }
        return demand;
    }

    private static long time(PlannedDose dose) {
        return Sorting.day(dose.day(), dose.patient().position());
    }

    private Patient[] plan(MemberBlock block) {
        chances.clear();
        series.forEach(List::clear);
        byChance.forEach(List::clear);
        Patient[] patients = planner.plan(block, chances);
        for (Patient patient : patients) {
            Sorting.sort(patient.planned(), VaccineBlocks::time, IN_TIME);
            patient.planned().forEach(dose -> series.get(years.yearOf(dose.day())).add(dose));
        }
        chances.forEach(dose -> byChance.get(years.yearOf(dose.day())).add(dose));
        return patients;
    }

    private PlannedDose[][] deal(MemberBlock block) {
        Patient[] patients = plan(block);
        firstSeasons.start();
        boolean[] lost = new boolean[MemberBlock.SIZE];
        PlannedDose[][] dealt = new PlannedDose[years.known()][];
        for (int year = 0; year < dealt.length; year++) {
            List<PlannedDose> offered = new ArrayList<>();
            for (PlannedDose dose : series.get(year)) {
                if (!lost[dose.patient().position()]) {
                    offered.add(dose);
                }
            }
            int required = offered.size();
            for (PlannedDose dose : byChance.get(year)) {
                PlannedDose before = dose.after();
                if (before == null || before.chosen() || years.yearOf(before.day()) == year) {
                    offered.add(dose);
                }
            }
            fill(patients, year, offered);
            dealt[year] = choose(offered, required, space.slots(year));
            for (int i = 0; i < required; i++) {
                lost[offered.get(i).patient().position()] |= !offered.get(i).chosen();
            }
            firstSeasons.number(dealt[year]);
        }
        return dealt;
    }

    /** Adds seasons long ago, or refusals, where a block has fewer doses than slots. */
    private void fill(Patient[] patients, int year, List<PlannedDose> offered) {
        for (int round = 0; offered.size() < space.slots(year); round++) {
            for (Patient patient : patients) {
                if (year == PlanYears.BEFORE) {
                    int first = years.firstDay(PlanYears.FIRST);
                    int before = Math.min(first, patient.recordsFrom());
                    fillers.before(patient, before, round, offered);
                } else {
                    int from = years.firstDay(year);
                    fillers.within(patient, from, years.lastDay(year), round, offered);
                }
            }
        }
    }

    private PlannedDose[] choose(List<PlannedDose> offered, int required, int slots) {
        sample.clear();
        for (int i = 0; i < offered.size(); i++) {
            if (i < required) {
                sample.require();
            } else {
                sample.offer(offered.get(i).score(), 1);
            }
        }
        int[] numbers = sample.choose(slots);
        List<PlannedDose> chosen = new ArrayList<>(slots);
        for (int number : numbers) {
            offered.get(number).choose();
            chosen.add(offered.get(number));
        }
        Sorting.sort(chosen, VaccineBlocks::time, IN_TIME);
        return chosen.toArray(new PlannedDose[0]);
    }
}
