package io.github.clinicaldata.record.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many have which condition, beside what the files of the pathways say. */
class PrevalenceTest {
    private static final int BLOCKS = 3_000;
    private static final int COMMONEST = 15;
    private static final int[] AGES = {0, 18, 45, 65, 131};

    /** Expected and counted. */
    private static final Map<String, double[]> CELLS = new TreeMap<>();

    private static final Map<Pathway, double[]> TOTALS =
            new TreeMap<>(Comparator.comparing(Pathway::key));

    @BeforeAll
    static void count() {
        HealthReader reader = new HealthReader(new Readers(Population.of(9, World.EPOCH)));
        int day = reader.years().firstDay(PlanYears.FIRST);
        List<Pathway> chronic = Pathways.standard().of(Course.CHRONIC);
        for (int block = 0; block < BLOCKS; block++) {
            BlockHealth health = reader.at(block);
            MemberDays days = health.days();
            for (int member = 0; member < MemberBlock.SIZE; member++) {
                double age = days.age(member, day);
                String group = days.sex(member) + " " + band(age);
                for (Pathway pathway : chronic) {
                    double share =
                            pathway.curve().between(days.sex(member), age)
                                    * pathway.factor(days.origin(member));
                    add(pathway, group, 0, share);
                }
                for (MemberCondition each : health.chronic(member)) {
                    if (each.onset() < day) {
                        add(each.pathway(), group, 1, 1);
                    }
                }
            }
        }
    }

    private static int band(double age) {
        int band = 0;
        while (age >= AGES[band + 1]) {
            band++;
        }
        return AGES[band];
    }

    private static void add(Pathway pathway, String group, int at, double count) {
        CELLS.computeIfAbsent(pathway + " " + group, none -> new double[2])[at] += count;
        TOTALS.computeIfAbsent(pathway, none -> new double[2])[at] += count;
    }

    @Test
    void theCommonestConditions_areAsCommonAsTheirFilesSay() {
        List<Map.Entry<Pathway, double[]>> commonest =
                TOTALS.entrySet().stream()
                        .sorted(Comparator.comparingDouble(entry -> -entry.getValue()[0]))
                        .limit(COMMONEST)
                        .toList();
        for (Map.Entry<Pathway, double[]> each : commonest) {
            double[] total = each.getValue();
            assertThat(total[1] / total[0]).as("%s", each.getKey()).isCloseTo(1, within(0.08));
        }
    }

    @Test
    void eachSexAndAge_hasThemAsOften() {
        List<String> far = new ArrayList<>();
        CELLS.forEach(
                (cell, numbers) -> {
                    double spread = 4 * Math.sqrt(numbers[0]);
                    if (numbers[0] > 100
                            && Math.abs(numbers[1] - numbers[0]) > 0.15 * numbers[0] + spread) {
                        far.add(cell + " " + numbers[1] + " of " + Math.round(numbers[0]));
                    }
                });
        assertThat(far).isEmpty();
    }

    @Test
    void theSlots_areWhatMembersNeedOnAverage() {
        Population population = Population.of(11, World.EPOCH);
        HealthReader reader = new HealthReader(new Readers(population));
        double[][] sums = new double[3][PlanYears.COUNT];
        int blocks = 400;
        for (int block = 0; block < blocks; block++) {
            BlockHealth health = reader.at(block);
            for (int year = PlanYears.BEFORE; year < PlanYears.COUNT; year++) {
                sums[0][year] += conditions(health, year);
                if (year != PlanYears.BEFORE) {
                    sums[1][year] += new VisitDraw(health, health.years()).natural(year);
                    sums[2][year] += reports(health, year);
                }
            }
        }
        for (int year = PlanYears.BEFORE; year < PlanYears.COUNT; year++) {
            assertNear(sums[0][year] / blocks, BlockHealth.SPACE.slots(year));
            if (year != PlanYears.BEFORE) {
                assertNear(sums[1][year] / blocks, BlockHealth.VISITS.slots(year));
                assertNear(sums[2][year] / blocks, BlockHealth.REPORTS.slots(year));
            }
        }
    }

    private static void assertNear(double demand, int slots) {
        assertThat(demand).isCloseTo(slots, within(0.04 * slots));
    }

    private static double conditions(BlockHealth health, int year) {
        long[] keys = new long[MemberBlock.SIZE];
        List<List<MemberCondition>> chronic = new ArrayList<>();
        for (int member = 0; member < keys.length; member++) {
            keys[member] = health.memberKey(member);
            chronic.add(health.chronic(member));
        }
        List<MemberCondition> pregnancies =
                health.year(year).stream()
                        .filter(each -> each.pathway().start() == Start.CONCEPTION)
                        .toList();
        FixedSample sample = new FixedSample();
        if (year == PlanYears.BEFORE) {
            return pregnancies.size()
                    + new ChronicDraw(health.years(), health.days(), keys, sample).natural();
        }
        long begun =
                health.year(year).stream()
                        .filter(each -> each.pathway().course() == Course.CHRONIC)
                        .count();
        return pregnancies.size()
                + begun
                + new EpisodeDraw(health.years(), health.days(), keys, sample)
                        .natural(year, chronic, pregnancies);
    }

    private static double reports(BlockHealth health, int year) {
        double sum = 0;
        for (Visit visit : health.visits(year)) {
            int age = health.age(visit.member(), visit.day());
            for (var order : visit.rule().reports()) {
                sum +=
                        order.limits().fit(health.days().sex(visit.member()), age)
                                ? order.share()
                                : 0;
            }
        }
        return sum;
    }
}
