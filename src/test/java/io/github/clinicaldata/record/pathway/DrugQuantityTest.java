package io.github.clinicaldata.record.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
            Map.of(
                    "Take as directed on the package over 6 days",
                    21,
                    "Take 2 tablets by mouth on day 1 then 1 tablet daily for 4 days",
                    6,
                    "Take 2 nirmatrelvir tablets with 1 ritonavir tablet by mouth twice daily for"
                            + " 5 days",
                    30,
                    "Take 1 tablet by mouth once",
                    1,
                    "Take 2 tablets by mouth once",
                    2);

    static List<Pathway> pathways() {
        return Pathways.standard().all();
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void tabletsAndCapsules_areDosesADayTimesDays(Pathway pathway) {
        List<DrugOrder> orders = new ArrayList<>(pathway.medications());
        pathway.visits().forEach(visit -> orders.addAll(visit.medications()));
        for (DrugOrder order : orders) {
            assertQuantity(order.drug(), order.quantity(), order.days());
        }
    }

    @Test
    void usualSupplies_areDosesADayTimesDays() {
        for (Drug drug : Drug.standard().all()) {
            assertQuantity(drug, drug.quantity(), drug.days());
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

    private static void assertQuantity(Drug drug, int tenths, int days) {
        String directions = drug.directions().toString();
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
        List<Double> times =
                TIMES.entrySet().stream()
                        .filter(each -> directions.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        assertThat(times).as(directions).hasSize(1);
        return Integer.parseInt(dose.group(1)) * times.get(0);
    }
}
