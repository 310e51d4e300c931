package io.github.clinicaldata.record.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageMix;
import io.github.clinicaldata.record.coverage.CoverageStatus;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.Tables;
import io.github.clinicaldata.support.Tally;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
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

/** Coverage of 500,000 members: its dates, its parts, and its mix by age. */
class MemberCoverageTest {
    private static final int COUNT = 500_000;
    private static final CoverageMix MIX = new CoverageMix();
    private static final Findings FINDINGS = new Findings();
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
                    rules(member, World.POPULATION);
                    count(member);
                    index++;
                });
        Population later =
                new Population(7, World.EPOCH, World.EPOCH.plusDays(200), World.POPULATION.knobs());
        Sweep.over(World.MEMBERS, later, 100_000, member -> rules(member, later));
    }

    private static void rules(Member member, Population population) {
        Coverage coverage = member.coverage();
        FINDINGS.expect(
                "the covered have a primary care provider, and only they",
                (coverage == null) == (member.primaryCare() == null),
                member);
        if (coverage != null) {
            dates(coverage, member, population);
            parts(coverage, member);
        }
        Coverage secondary = member.secondary();
        if (secondary != null && coverage != null) {
            dates(secondary, member, population);
            FINDINGS.expect(
                    "a second coverage is Medicaid beside Medicare",
                    coverage.type() == CoverageType.MEDICARE
                            && secondary.type() == CoverageType.MEDICAID,
                    member);
        }
    }

    private static void dates(Coverage coverage, Member member, Population population) {
        LocalDate from = coverage.effectiveDate();
        LocalDate end = coverage.terminationDate();
        FINDINGS.expect(
                "coverage begins between birth and as_of",
                !from.isBefore(member.birthDate()) && !from.isAfter(population.asOf()),
                member);
        FINDINGS.expect(
                "coverage ends after it began and not after as_of",
                end == null || !end.isBefore(from) && !end.isAfter(population.asOf()),
                member);
        FINDINGS.expect(
                "terminated is what ended before as_of",
                (coverage.status() == CoverageStatus.TERMINATED)
                        == (end != null && end.isBefore(population.asOf())),
                member);
    }

    private static void parts(Coverage coverage, Member member) {
        FINDINGS.expect(
                "a metal level is what exchange plans have",
                (coverage.type() == CoverageType.EXCHANGE) == (coverage.metalLevel() != null),
                member);
        FINDINGS.expect(
                "a group is what employer plans have",
                (coverage.type() == CoverageType.EMPLOYER) == (coverage.groupName() != null)
                        && (coverage.groupName() == null) == (coverage.groupNumber() == null),
                member);
        FINDINGS.expect(
                "the payer is active in the state",
                Payers.standard()
                        .inState(member.address().place().state())
                        .contains(coverage.payer()),
                member);
        FINDINGS.expect(
                "special needs plans are for those with Medicaid too",
                !coverage.product().toString().equals("MA-SNP") || member.secondary() != null,
                member);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the covered have a primary care provider, and only they",
                "a second coverage is Medicaid beside Medicare",
                "coverage begins between birth and as_of",
                "coverage ends after it began and not after as_of",
                "terminated is what ended before as_of",
                "a metal level is what exchange plans have",
                "a group is what employer plans have",
                "the payer is active in the state",
                "special needs plans are for those with Medicaid too"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(9);
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

    @Test
    void ages_areCountedInWholeYears() {
        assertThat(Filters.years(LocalDate.of(2000, 2, 29), LocalDate.of(2026, 2, 28)))
                .isEqualTo(25);
        assertThat(Filters.years(LocalDate.of(2000, 2, 29), LocalDate.of(2026, 3, 1)))
                .isEqualTo(26);
        assertThat(Filters.years(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 1))).isZero();
    }
}
