package io.github.clinicaldata.record.member;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageMix;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.Tables;
import io.github.clinicaldata.support.Tally;
import io.github.clinicaldata.support.World;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The mix of coverage by age, income, payer and product, over 500,000 members. What a policy draws
 * is counted once, by its subscriber, so that draws are independent.
 */
class MemberCoverageMixTest {
    private static final int COUNT = 500_000;
    private static final CoverageMix MIX = new CoverageMix();
    private static final Tally TALLY = new Tally();
    private static final Map<String, Map<String, Double>> EXPECTED_MIX = new TreeMap<>();
    private static final MemberReader INSIDE =
            new MemberReader(MemberTables.standard(), World.POPULATION);
    private static long index;

    @BeforeAll
    static void readMembers() {
        Sweep.over(
                World.MEMBERS,
                World.POPULATION,
                COUNT,
                member -> {
                    count(member);
                    index++;
                });
    }

    private static void count(Member member) {
        Person person = INSIDE.household(index).people()[(int) (member.memberNumber() % 100) - 1];
        Coverage coverage = member.coverage();
        CoverageType type = coverage == null ? CoverageType.UNINSURED : coverage.type();
        String group = ageGroup(person.age());
        TALLY.add(group, type.code());
        Map<String, Double> expected = EXPECTED_MIX.computeIfAbsent(group, name -> new TreeMap<>());
        int band = INSIDE.household(index).incomeBand();
        for (CoverageType each : CoverageType.values()) {
            expected.merge(
                    each.code().toString(), MIX.share(person.age(), band, each), Double::sum);
        }
        if (member.memberNumber() % 100 == 1) {
            TALLY.add("income of " + type(INSIDE.household(index)), CoverageMix.BANDS.get(band));
        }
        if (coverage != null && member.relationship() == Relationship.SELF) {
            countPolicy(coverage, member);
        }
    }

    private static void countPolicy(Coverage coverage, Member subscriber) {
        String state = subscriber.address().place().state().code().toString();
        boolean direct = coverage.product().equals(Text.of("FFS"));
        if (!direct) {
            TALLY.add("payers " + coverage.type().code() + " " + state, coverage.payer().id());
        }
        if (subscriber.secondary() == null) {
            TALLY.add("products " + coverage.type().code(), coverage.product());
        }
        if (coverage.metalLevel() != null) {
            TALLY.add("metals", coverage.metalLevel());
        }
    }

    private static String ageGroup(int age) {
        return age < 19 ? "0" : age < 26 ? "19" : age < 65 ? "26" : "65";
    }

    private static String type(Household household) {
        if (household.people()[0].age() >= 65) {
            return "senior";
        }
        List<Role> roles = Arrays.stream(household.people()).map(Person::role).toList();
        if (roles.contains(Role.PARENT)) {
            return "couple_children_parent";
        }
        if (roles.contains(Role.PARTNER)) {
            return roles.contains(Role.CHILD) ? "couple_children" : "couple";
        }
        if (roles.contains(Role.CHILD)) {
            return "single_parent";
        }
        return roles.contains(Role.OTHER) ? "adults" : "single";
    }

    /**
     * Families share one draw, so people are clustered; and children whose parents hold no policy
     * move to Medicaid, and partners join a policy. The bound is what these may move.
     */
    @ParameterizedTest
    @ValueSource(strings = {"0", "19", "26", "65"})
    void coverageMixByAge_isWhatIncomesAndTheTableGive(String group) {
        TALLY.assertNear(group, EXPECTED_MIX.getOrDefault(group, Map.of()), 0.03);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "single",
                "couple",
                "couple_children",
                "single_parent",
                "couple_children_parent",
                "adults",
                "senior"
            })
    void incomes_followTheTableOfTheHouseholdsType(String type) {
        TALLY.assertDrawnFrom(
                "income of " + type,
                Tables.weights(
                        "weights/incomes.csv",
                        row -> row.getField("type").equals(type),
                        "band",
                        "share"));
    }

    @ParameterizedTest
    @CsvSource({
        "employer,CA",
        "employer,TX",
        "employer,VT",
        "exchange,FL",
        "exchange,NY",
        "medicaid,OH",
        "medicaid,HI",
        "medicare,PA",
        "medicare,GA"
    })
    void payers_haveTheirShareOfTheStatesMarket(String line, String state) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (NamedCsvRecord row : Tables.rows("codes/payers.csv", any -> true)) {
            boolean sells = Arrays.asList(row.getField("coverage").split("\\+")).contains(line);
            String states = row.getField("states");
            if (sells
                    && (states.equals("*") || Arrays.asList(states.split("\\+")).contains(state))) {
                weights.put(row.getField("payer_id"), Double.valueOf(row.getField("weight")));
            }
        }
        TALLY.assertDrawnFrom("payers " + line + " " + state, weights);
    }

    @ParameterizedTest
    @ValueSource(strings = {"employer", "exchange", "medicaid", "medicare"})
    void products_haveTheirShare(String type) {
        TALLY.assertDrawnFrom(
                "products " + type,
                Tables.weights(
                        "weights/products.csv",
                        row ->
                                row.getField("coverage").equals(type)
                                        && !row.getField("product").equals("MA-SNP"),
                        "product",
                        "share"));
    }

    @Test
    void metalLevels_haveTheirShare() {
        TALLY.assertDrawnFrom(
                "metals", Tables.weights("weights/metal.csv", any -> true, "metal", "share"));
    }
}
