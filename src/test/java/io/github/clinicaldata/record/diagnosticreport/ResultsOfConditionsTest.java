package io.github.clinicaldata.record.diagnosticreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Results fit the conditions that members have, and those of a member hang together. */
class ResultsOfConditionsTest {
    private static final int COUNT = 250_000;

    /** A result of a member on a day. */
    private record Point(int day, double value) {}

    private static final Map<String, List<Double>> VALUES = new TreeMap<>();
    private static final Map<String, List<Point>> SERIES = new TreeMap<>();
    private static final Map<String, int[]> CULTURES = new TreeMap<>();

    @BeforeAll
    static void readReports() {
        Population population = World.POPULATION;
        HealthReader health = new HealthReader(new Readers(population));
        DiagnosticReportReader reader = new DiagnosticReportReader(new Readers(population));
        EventSpace.Slot slot = new EventSpace.Slot();
        for (long index = 0; index < COUNT; index++) {
            DiagnosticReport report = reader.present(index);
            BlockHealth.REPORTS.locate(index, health.years().known(), slot);
            BlockHealth block = health.at(slot.block());
            OrderedReport ordered = block.reports(slot.year()).get(slot.number());
            for (Result result : report.results()) {
                look(report, block, ordered, result);
            }
        }
    }

    private static void look(
            DiagnosticReport report, BlockHealth block, OrderedReport ordered, Result result) {
        String key = result.analyte().toString();
        if (key.equals("blood-culture") && ordered.visit().condition() != null) {
            String code = report.reason().code().toString();
            String found = String.valueOf(result.text());
            CULTURES.computeIfAbsent(code + " " + found, any -> new int[1])[0]++;
        }
        if (result.value() == Field.DecimalField.ABSENT) {
            return;
        }
        double value = result.value() / Math.pow(10, result.decimals());
        for (String condition : List.of("diabetes", "chronic-kidney-disease")) {
            boolean has = has(block, ordered.visit().member(), condition, ordered.day());
            String group = key + (has ? " with " : " without ") + condition;
            VALUES.computeIfAbsent(group, any -> new ArrayList<>()).add(value);
            if (has) {
                SERIES.computeIfAbsent(group + " " + report.member().id(), any -> new ArrayList<>())
                        .add(new Point(ordered.day(), value));
            }
        }
    }

    private static boolean has(BlockHealth block, int member, String key, int day) {
        for (MemberCondition condition : block.chronic(member)) {
            String pathway = condition.pathway().key();
            boolean meant = pathway.equals(key) || pathway.endsWith("-" + key);
            if (meant && condition.isActive(day)) {
                return true;
            }
        }
        return false;
    }

    private static List<Double> values(String group) {
        return VALUES.getOrDefault(group, List.of());
    }

    private static double mean(String group) {
        return values(group).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double above(String group, double limit) {
        return values(group).stream().mapToDouble(each -> each > limit ? 1 : 0).average().orElse(0);
    }

    @Test
    void diabetics_haveAHigherA1c() {
        // NHANES 2015-2018: about half of those who know of it are below 7
        assertThat(mean("hemoglobin-a1c with diabetes")).isBetween(6.8, 8.0);
        assertThat(mean("hemoglobin-a1c without diabetes")).isBetween(5.1, 5.9);
        assertThat(above("hemoglobin-a1c with diabetes", 6.4)).isGreaterThan(0.6);
        assertThat(above("hemoglobin-a1c without diabetes", 6.4)).isLessThan(0.06);
    }

    @Test
    void weakKidneys_filterLess() {
        assertThat(mean("egfr with chronic-kidney-disease")).isLessThan(62);
        assertThat(mean("egfr without chronic-kidney-disease")).isGreaterThan(80);
    }

    @Test
    void resultsOfAMember_hangTogether() {
        List<double[]> pairs = new ArrayList<>();
        SERIES.forEach(
                (group, points) -> {
                    if (group.startsWith("hemoglobin-a1c with diabetes") && points.size() > 1) {
                        pairs.add(
                                new double[] {
                                    points.get(0).value, points.get(points.size() - 1).value
                                });
                    }
                });
        assertThat(pairs).hasSizeGreaterThan(300);
        assertThat(correlation(pairs)).isGreaterThan(0.6);
    }

    @Test
    void kidneysGetWeaker_overTheYears() {
        double change = 0;
        double years = 0;
        for (Map.Entry<String, List<Point>> each : SERIES.entrySet()) {
            List<Point> points = each.getValue();
            Point first = points.get(0);
            Point last = points.get(points.size() - 1);
            if (each.getKey().startsWith("egfr with chronic") && last.day - first.day > 365) {
                change += last.value - first.value;
                years += (last.day - first.day) / 365.25;
            }
        }
        assertThat(years).isGreaterThan(300);
        assertThat(change / years).isBetween(-4.0, -0.4);
    }

    @Test
    void whatGrows_isWhatTheDiagnosisSays() {
        assertThat(CULTURES).containsKey("A41.51 Escherichia coli");
        assertThat(CULTURES.keySet())
                .noneMatch(each -> each.matches("A41\\.9 .*(coli|aureus|pneumoniae|species)"))
                .noneMatch(each -> each.matches("A41\\.51 .*(aureus|pneumoniae|species)"))
                .noneMatch(each -> each.matches("A41\\.0[12] .*(coli|pneumoniae|species)"));
    }

    private static double correlation(List<double[]> pairs) {
        double[] sums = new double[5];
        for (double[] pair : pairs) {
            sums[0] += pair[0];
            sums[1] += pair[1];
            sums[2] += pair[0] * pair[0];
            sums[3] += pair[1] * pair[1];
            sums[4] += pair[0] * pair[1];
        }
        double n = pairs.size();
        double both = sums[4] / n - sums[0] / n * (sums[1] / n);
        double first = sums[2] / n - sums[0] / n * (sums[0] / n);
        double second = sums[3] / n - sums[1] / n * (sums[1] / n);
        return both / Math.sqrt(first * second);
    }
}
