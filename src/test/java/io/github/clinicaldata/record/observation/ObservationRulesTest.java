package io.github.clinicaldata.record.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.code.ObservationCategory;
import io.github.clinicaldata.record.code.UnitOfMeasure;
import io.github.clinicaldata.record.diagnosticreport.DiagnosticReport;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.measurement.Flag;
import io.github.clinicaldata.record.measurement.Measurements;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold within each of some hundred thousand observations, on the epoch and later. */
class ObservationRulesTest {
    private static final int COUNT = 150_000;
    private static final Findings FINDINGS = new Findings();
    private static final int[] BY_STATUS = new int[ObservationStatus.values().length];
    private static final EventSpace.Slot SLOT = new EventSpace.Slot();

    /** Signs of the visit that is looked at, by their key. */
    private static final Map<String, Observation> OF_VISIT = new TreeMap<>();

    private static @Nullable RecordId visit;
    private static int ofStandIns;

    @BeforeAll
    static void readObservations() {
        read(World.POPULATION, true);
        read(
                new Population(
                        7,
                        LocalDate.of(2024, 7, 1),
                        LocalDate.of(2026, 2, 14),
                        World.POPULATION.knobs()),
                false);
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static void read(Population population, boolean onlyPastYears) {
        RecordReader<Observation> reader = World.OBSERVATIONS.generator().open(population);
        RecordReader<DiagnosticReport> reports =
                World.DIAGNOSTIC_REPORTS.generator().open(population);
        int known = new PlanYears(population).known();
        LocalDate before = LocalDate.MIN;
        int year = -1;
        for (long index = 0; index < COUNT; index++) {
            Observation observation = reader.read(index);
            ObservationDraw.SPACE.locate(index, known, SLOT);
            if (observation == null) {
                FINDINGS.expect(
                        "only days after asOf have no observation",
                        SLOT.year() >= PlanYears.CURRENT,
                        index);
                continue;
            }
            LocalDate day = observation.effective().toLocalDate();
            FINDINGS.expect(
                    "those of a block's year are in the order of their days",
                    SLOT.year() != year || !day.isBefore(before),
                    observation);
            year = SLOT.year();
            before = day;
            FINDINGS.expect(
                    "nothing is known of after asOf", !day.isAfter(population.asOf()), observation);
            look(observation);
            lookAtVisit(observation);
            if (onlyPastYears && observation.report() != null) {
                // where all years are past, the number of an id is the index
                long report = observation.report().content().orElseThrow().index();
                lookAtReport(observation, reports.present(report));
            }
            BY_STATUS[observation.status().ordinal()]++;
        }
    }

    private static void look(Observation observation) {
        boolean registered = observation.status() == ObservationStatus.REGISTERED;
        boolean valued = observation.result() != null || !observation.components().isEmpty();
        FINDINGS.expect(
                "what is complete has a value, and nothing else",
                registered != valued,
                observation);
        boolean laboratory = observation.category() == ObservationCategory.LABORATORY;
        FINDINGS.expect(
                "results of laboratories alone have a report",
                laboratory == (observation.report() != null),
                observation);
        FINDINGS.expect(
                "signs are known at once",
                laboratory || observation.status() == ObservationStatus.FINAL,
                observation);
        FINDINGS.expect(
                "units are those of the table",
                observation.unit() == null
                        || UnitOfMeasure.standard().find(observation.unit().toString()).isPresent(),
                observation);
        Result result = observation.result();
        if (result != null) {
            lookAtValue(observation, result);
        }
        observation.components().forEach(part -> lookAtValue(observation, part));
        if (!laboratory && observation.performer().type().entityType() != EntityType.INDIVIDUAL) {
            ofStandIns++;
        }
        int age =
                Filters.years(
                        observation.member().birthDate(), observation.effective().toLocalDate());
        String key = observation.key().toString();
        FINDINGS.expect("nobody is observed before birth", age >= 0, observation);
        FINDINGS.expect(
                "heads are measured in the first three years",
                !key.equals("head-circumference") || age <= 3,
                observation);
        FINDINGS.expect(
                "moods and habits are asked from 12 on",
                !(key.startsWith("phq") || key.startsWith("tobacco")) || age >= 12,
                observation);
        FINDINGS.expect(
                "percentiles are for children, and from 2 on",
                !key.equals("bmi-percentile") || age >= 2 && age < 20,
                observation);
    }

    private static void lookAtValue(Observation observation, Result result) {
        FINDINGS.expect(
                "a value is a number or a text",
                (result.value() == Field.DecimalField.ABSENT) == (result.text() != null),
                observation);
        if (result.range() != null && result.value() != Field.DecimalField.ABSENT) {
            boolean low =
                    result.low() != Field.DecimalField.ABSENT && result.value() < result.low();
            boolean high =
                    result.high() != Field.DecimalField.ABSENT && result.value() > result.high();
            Flag flag = result.flag();
            FINDINGS.expect(
                    "flags agree with ranges",
                    low
                            ? flag == Flag.L || flag == Flag.LL
                            : high ? flag == Flag.H || flag == Flag.HH : flag == Flag.N,
                    observation);
        }
    }

    private static void lookAtVisit(Observation observation) {
        if (!observation.encounter().equals(visit)) {
            visit = observation.encounter();
            OF_VISIT.clear();
        }
        Observation other = OF_VISIT.put(observation.key().toString(), observation);
        if (other != null) {
            FINDINGS.expect(
                    "what is taken twice at a visit is the same",
                    other.value() == observation.value()
                            || observation.status() == ObservationStatus.REGISTERED
                            || other.status() == ObservationStatus.REGISTERED,
                    observation);
        }
        if (observation.key().toString().equals("blood-pressure")) {
            List<Result> both = observation.components();
            FINDINGS.expect(
                    "a blood pressure has two parts, the higher one first",
                    both.size() == 2 && both.get(0).value() >= both.get(1).value() + 20,
                    observation);
        }
        Observation height = OF_VISIT.get("body-height");
        Observation weight = OF_VISIT.get("body-weight");
        Observation index = OF_VISIT.get("body-mass-index");
        if (height != null && weight != null && index != null) {
            double meters = height.value() / 1000.0;
            double expected = weight.value() / 10.0 / (meters * meters);
            FINDINGS.expect(
                    "the body mass index is that of weight and height",
                    Math.abs(index.value() / 10.0 - expected) < 0.0501,
                    observation);
        }
    }

    private static void lookAtReport(Observation observation, DiagnosticReport report) {
        FINDINGS.expect(
                "the report is the member's, of the encounter, the performer and the moment",
                report.member().equals(observation.member())
                        && report.encounter().equals(observation.encounter())
                        && report.performer().equals(observation.performer())
                        && report.collected().equals(observation.effective()),
                observation);
        Result result = observation.result();
        FINDINGS.expect(
                "what a report says its observations say",
                result == null
                        ? report.issued() == null
                        : report.results().contains(result)
                                && (report.corrected() != null)
                                        == (observation.status() == ObservationStatus.CORRECTED),
                observation);
    }

    @Test
    void eachStatusComes_andFewObservationsAreOfStandIns() {
        for (int count : BY_STATUS) {
            assertThat(count).isPositive();
        }
        assertThat(ofStandIns).isLessThan(2 * COUNT * 4 / 1_000);
    }

    @Test
    void theSlots_areWhatVisitsNeedOnAverage() {
        Population population = Population.of(11, World.EPOCH);
        HealthReader reader = new HealthReader(new Readers(population));
        ObservationDraw draw = new ObservationDraw(new Measurements(population.seed()));
        double[] sums = new double[PlanYears.COUNT];
        int blocks = 200;
        for (int block = 0; block < blocks; block++) {
            BlockHealth health = reader.at(block);
            for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
                sums[year] += draw.natural(health, year);
            }
        }
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            int slots = ObservationDraw.SPACE.slots(year);
            assertThat(sums[year] / blocks).isCloseTo(slots, within(0.04 * slots));
        }
    }
}
