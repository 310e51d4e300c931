package io.github.clinicaldata.record.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is handed out is what the directions use up, so that they can be followed. */
class DrugQuantityTest {
    private static final Set<String> COUNTED = Set.of("tablet", "capsule", "film");
    private static final Pattern LOADED =
            Pattern.compile(
                    "Take ([0-9.]+) mL by mouth on day 1 then ([0-9.]+) mL once daily for (\\d+)"
                            + " days");

    private static final Pattern MILLILITRES = Pattern.compile("Take ([0-9.]+) mL .*");

    /** What is left is less than a bottle of the larger ones. */
    private static final double BOTTLE = 100;

    private static final Pattern DOSE =
            Pattern.compile("(?:Take|Chew|Dissolve|Inhale the contents of) ([0-9]+) .*");

    /** How often a day. */
    private static final Map<String, Double> TIMES =
            Map.of(
                    "once daily", 1.0,
                    "twice daily", 2.0,
                    "three times daily", 3.0,
                    "four times daily", 4.0,
                    "every 8 hours", 3.0,
                    "every 12 hours", 2.0,
                    "once weekly", 1 / 7.0,
                    "tablets by mouth at bedtime", 1.0);

    /** Directions of which a day is not like the other: how many all of it is. */
    private static final Map<String, Integer> WHOLE =
            Map.ofEntries(
                    Map.entry("Take as directed on the package over 6 days", 21),
                    Map.entry("Take 2 tablets by mouth on day 1 then 1 tablet daily for 4 days", 6),
                    Map.entry(
                            "Take 2 nirmatrelvir tablets with 1 ritonavir tablet by mouth twice"
                                    + " daily for 5 days",
                            30),
                    Map.entry("Take 1 tablet by mouth once", 1),
                    Map.entry("Take 2 tablets by mouth once", 2),
                    Map.entry("Take 1 tablet by mouth once crushed in soft food", 1),
                    Map.entry("Take 2 tablets by mouth once crushed in soft food", 2),
                    Map.entry("Take 2 capsules by mouth once with food", 2),
                    Map.entry(
                            "Take 2 tablets by mouth twice daily for 7 days then 1 tablet twice"
                                    + " daily",
                            7 * 4 + 83 * 2),
                    Map.entry(
                            "Take 2 tablets by mouth once daily with food for 14 days then 1 tablet"
                                    + " daily for 7 days",
                            35),
                    Map.entry(
                            "Take 2 tablets by mouth at once and 1 tablet after 1 hour then 1"
                                    + " tablet twice daily from day 2 on",
                            3 + 6 * 2),
                    Map.entry("Take half a tablet by mouth twice daily to prevent infections", 30));

    static List<Pathway> pathways() {
        return Pathways.standard().all();
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void tabletsAndCapsules_areDosesADayTimesDays(Pathway pathway) {
        List<DrugOrder> orders = new ArrayList<>(pathway.medications());
        pathway.visits().forEach(visit -> orders.addAll(visit.medications()));
        for (DrugOrder order : orders) {
            assertQuantity(order.drug(), order.directions(), order.quantity(), order.days());
        }
    }

    @Test
    void usualSupplies_areDosesADayTimesDays() {
        for (Drug drug : Drug.standard().all()) {
            assertQuantity(drug, drug.directions(), drug.quantity(), drug.days());
        }
    }

    @Test
    void onlyWhatIsCountedOut_isHandedOutInParts() {
        for (Drug drug : Drug.standard().all()) {
            if (drug.part() > 0) {
                assertThat(COUNTED).as(drug.key()).contains(drug.unit().toString());
                assertThat(drug.canHandOut(drug.quantity())).as(drug.key()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void suspensions_haveADose_andLastForTheDays(Pathway pathway) {
        List<DrugOrder> orders = new ArrayList<>(pathway.medications());
        pathway.visits().forEach(visit -> orders.addAll(visit.medications()));
        for (DrugOrder order : orders) {
            String directions = order.directions().toString();
            if (order.drug().unit().toString().equals("mL")
                    && directions.startsWith("Take")
                    && !directions.contains("as needed")) {
                Matcher dose = MILLILITRES.matcher(directions);
                assertThat(dose.matches()).as("%s: %s", pathway, directions).isTrue();
                Matcher loaded = LOADED.matcher(directions);
                double used =
                        loaded.matches()
                                ? Double.parseDouble(loaded.group(1))
                                        + Double.parseDouble(loaded.group(2))
                                                * Integer.parseInt(loaded.group(3))
                                : Double.parseDouble(dose.group(1))
                                        * times(directions)
                                        * order.days();
                assertThat(order.quantity() / 10.0)
                        .as("%s: %s", pathway, directions)
                        .isBetween(used, used + BOTTLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void ordersOfADrugForTheSamePerson_areOne(Pathway pathway) {
        for (VisitRule visit : pathway.visits()) {
            for (DrugOrder order : visit.medications()) {
                assertThat(visit.medications())
                        .filteredOn(other -> other.drug() == order.drug())
                        .as("%s of %s", order.drug(), pathway)
                        .hasSize(1);
            }
        }
        for (int age = 0; age <= 120; age++) {
            int years = age;
            for (DrugOrder order : pathway.medications()) {
                assertThat(pathway.medications())
                        .filteredOn(other -> other.drug() == order.drug())
                        .filteredOn(other -> other.limits().ages().contains(years))
                        .as("%s of %s at %d", order.drug(), pathway, years)
                        .hasSizeLessThan(2);
            }
        }
    }

    private static void assertQuantity(Drug drug, Text told, int tenths, int days) {
        String directions = told.toString();
        if (!COUNTED.contains(drug.unit().toString()) || directions.contains("as needed")) {
            return;
        }
        Integer whole = WHOLE.get(directions);
        double expected = whole != null ? whole : aDay(directions) * days;
        assertThat(tenths / 10.0)
                .as("%s for %d days: %s", drug.key(), days, directions)
                .isCloseTo(expected, within(1e-9));
    }

    private static double aDay(String directions) {
        Matcher dose = DOSE.matcher(directions);
        assertThat(dose.matches()).as(directions).isTrue();
        return Integer.parseInt(dose.group(1)) * times(directions);
    }

    private static double times(String directions) {
        List<Double> times =
                TIMES.entrySet().stream()
                        .filter(each -> directions.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        assertThat(times).as(directions).hasSize(1);
        return times.get(0);
    }
}
