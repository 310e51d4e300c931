package io.github.clinicaldata.record.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.member.Role;
import io.github.clinicaldata.record.pathway.Course;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.PathwayCode;
import io.github.clinicaldata.record.pathway.Risk;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.pathway.Start;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.world.Holidays;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for the health of each member in all years, looked at in many blocks. */
class HealthRulesTest {
    private static final int BLOCKS = 1_000;

    /**
     * Blocks where pregnancies were lost around the end of a year, or where somebody was ill on the
     * day on which her child was due.
     */
    private static final LongStream ODD =
            LongStream.of(1_229, 2_350, 2_768, 3_983, 4_966, 5_275, 5_855, 7_084);

    private static final Findings FINDINGS = new Findings();
    private static final int[] SETTINGS = new int[Setting.values().length];
    private static PlanYears years = new PlanYears(World.POPULATION);

    @BeforeAll
    static void lookAtBlocks() {
        HealthReader reader = new HealthReader(new Readers(Population.of(7, World.EPOCH)));
        years = reader.years();
        for (long block : LongStream.concat(LongStream.range(0, BLOCKS), ODD).toArray()) {
            BlockHealth health = reader.at(block);
            for (int year = PlanYears.BEFORE; year < PlanYears.COUNT; year++) {
                lookAtConditions(health, year);
                if (year != PlanYears.BEFORE) {
                    lookAtVisits(health, year);
                }
            }
            for (int member = 0; member < MemberBlock.SIZE; member++) {
                lookAtChronic(health, member);
                lookAtPregnancies(health, member);
                lookAtBirth(health, member);
            }
        }
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static void lookAtConditions(BlockHealth health, int year) {
        List<MemberCondition> conditions = health.year(year);
        FINDINGS.expect(
                "a year has exactly its slots of conditions",
                conditions.size() == BlockHealth.SPACE.slots(year),
                year);
        int before = Integer.MIN_VALUE;
        for (MemberCondition each : conditions) {
            MemberDays days = health.days();
            Sex sex = days.sex(each.member());
            FINDINGS.expect("conditions are in order", each.onset() >= before, each);
            before = each.onset();
            FINDINGS.expect(
                    "a condition begins in its year, and none on the first day of one",
                    year == PlanYears.BEFORE
                            ? each.onset() < years.firstDay(PlanYears.FIRST)
                            : each.onset() > years.firstDay(year)
                                    && each.onset() <= years.lastDay(year),
                    each);
            FINDINGS.expect(
                    "nobody is ill before birth", each.onset() >= days.birth(each.member()), each);
            FINDINGS.expect("an end is not before the onset", each.end() >= each.onset(), each);
            FINDINGS.expect(
                    "codes fit the sex, and the age at the onset",
                    each.diagnosis().fits(sex, health.age(each.member(), each.onset())),
                    each);
            FINDINGS.expect(
                    "injuries alone have an external cause",
                    (each.external() != null) != each.pathway().external().isEmpty(),
                    each);
        }
    }

    private static void lookAtVisits(BlockHealth health, int year) {
        List<Visit> visits = health.visits(year);
        FINDINGS.expect(
                "a year has exactly its slots of visits",
                visits.size() == BlockHealth.VISITS.slots(year),
                year);
        FINDINGS.expect(
                "a year has exactly its slots of reports",
                health.reports(year).size() == BlockHealth.REPORTS.slots(year),
                year);
        Visit[] previous = new Visit[MemberBlock.SIZE];
        int before = 0;
        for (Visit visit : visits) {
            FINDINGS.expect("visits are in order", visit.begin() >= before, visit);
            before = visit.begin();
            lookAt(health, year, visit);
            Visit last = previous[visit.member()];
            FINDINGS.expect(
                    "nobody is in two places", last == null || visit.begin() >= last.end(), visit);
            previous[visit.member()] = visit;
        }
        for (OrderedReport report : health.reports(year)) {
            FINDINGS.expect("reports are of visits", visits.contains(report.visit()), report);
        }
    }

    private static void lookAt(BlockHealth health, int year, Visit visit) {
        MemberDays days = health.days();
        int member = visit.member();
        Setting setting = visit.rule().setting();
        SETTINGS[setting.ordinal()] += year < PlanYears.CURRENT ? 1 : 0;
        FINDINGS.expect(
                "a visit is in its year, and none on the first day of one",
                visit.day() > years.firstDay(year) && visit.day() <= years.lastDay(year),
                visit);
        FINDINGS.expect(
                "a stay ends at the latest on the day after its year",
                visit.lastDay() <= years.lastDay(year) + 1,
                visit);
        FINDINGS.expect("nobody is seen before birth", visit.day() >= days.birth(member), visit);
        MemberCondition condition = visit.condition();
        FINDINGS.expect(
                "nobody is seen for what has not begun",
                condition == null || visit.day() >= condition.onset(),
                visit);
        FINDINGS.expect(
                "stays have nights, a discharge and a DRG, and nothing else has",
                visit.rule().stay() != null
                        ? visit.nights() > 0 && visit.discharge() != null
                        : visit.nights() == 0 && visit.discharge() == null,
                visit);
        DayOfWeek weekday = LocalDate.ofEpochDay(visit.day()).getDayOfWeek();
        FINDINGS.expect(
                "at weekends hospitals and urgent care alone are open",
                weekday.getValue() < DayOfWeek.SATURDAY.getValue()
                        || setting.aroundTheClock()
                        || setting == Setting.URGENT_CARE,
                visit);
        FINDINGS.expect(
                "on federal holidays hospitals and urgent care alone are open",
                Holidays.isWorkday(visit.day())
                        || setting.aroundTheClock()
                        || setting == Setting.URGENT_CARE,
                visit);
        Set<String> codes = new HashSet<>();
        for (VisitDiagnosis each : VisitDiagnoses.of(health, visit)) {
            FINDINGS.expect(
                    "diagnoses of a visit fit sex and age",
                    each.diagnosis().fits(days.sex(member), health.age(member, visit.day())),
                    visit);
            FINDINGS.expect(
                    "no diagnosis is listed twice",
                    codes.add(each.diagnosis().code().toString()),
                    visit);
            FINDINGS.expect(
                    "stays in hospital say whether a diagnosis was there on admission",
                    (each.presentOnAdmission() != null) == (setting == Setting.INPATIENT),
                    visit);
            FINDINGS.expect(
                    "ranks ascend from one and there are not too many",
                    each.rank() == codes.size() && each.rank() <= 12,
                    visit);
        }
    }

    private static void lookAtChronic(BlockHealth health, int member) {
        Map<Pathway, MemberCondition> has = new HashMap<>();
        for (MemberCondition each : health.chronic(member)) {
            FINDINGS.expect(
                    "nobody has a chronic condition twice",
                    has.put(each.pathway(), each) == null,
                    each);
        }
        for (MemberCondition each : health.chronic(member)) {
            for (Risk risk : each.pathway().risks()) {
                MemberCondition other = has.get(risk.condition());
                if (risk.times() == 0) {
                    FINDINGS.expect(
                            "nobody has two conditions that exclude each other",
                            other == null
                                    || other.onset() > each.end()
                                    || each.onset() > other.end(),
                            each);
                }
            }
            for (PathwayCode code : each.pathway().codes()) {
                if (code.needs() != null && code.diagnosis() == each.diagnosis()) {
                    FINDINGS.expect(
                            "who has the code of a complication has the complication",
                            has.keySet().stream().anyMatch(is -> is.key().equals(code.needs())),
                            each);
                }
            }
        }
    }

    private static void lookAtPregnancies(BlockHealth health, int member) {
        List<MemberCondition> pregnancies = new ArrayList<>();
        for (int year = PlanYears.BEFORE; year < PlanYears.COUNT; year++) {
            health.year(year).stream()
                    .filter(each -> each.member() == member)
                    .filter(each -> each.pathway().course() == Course.PREGNANCY)
                    .forEach(pregnancies::add);
        }
        for (int i = 0; i < pregnancies.size(); i++) {
            MemberCondition each = pregnancies.get(i);
            FINDINGS.expect(
                    "women alone are pregnant", health.days().sex(member) == Sex.FEMALE, each);
            FINDINGS.expect(
                    "pregnancies follow each other",
                    i == 0 || each.onset() > pregnancies.get(i - 1).end(),
                    each);
            if (each.pathway().start() == Start.CONCEPTION) {
                FINDINGS.expect(
                        "children are born at term",
                        each.end() - each.onset() >= 250 && each.end() - each.onset() <= 281,
                        each);
            }
        }
    }

    private static void lookAtBirth(BlockHealth health, int member) {
        int birth = health.days().birth(member);
        if (birth <= years.firstDay(PlanYears.FIRST)
                || birth >= years.firstDay(PlanYears.CURRENT)
                || birth == years.firstDay(years.yearOf(birth))) {
            return;
        }
        Visit stay = null;
        for (Visit visit : health.visits(years.yearOf(birth))) {
            boolean ofBirth = visit.pathway().start() == Start.BIRTH && visit.nights() > 0;
            stay = visit.member() == member && ofBirth ? visit : stay;
        }
        FINDINGS.expect(
                "who is born in a plan year is born in a hospital, on that day",
                stay != null && stay.day() == birth,
                birth);
        MemberCondition delivery = health.delivery(member);
        if (delivery != null && stay != null) {
            lookAtDelivery(health, stay, delivery);
        }
    }

    private static void lookAtDelivery(BlockHealth health, Visit birth, MemberCondition delivery) {
        int child = birth.member() - health.block().householdStart(birth.member());
        FINDINGS.expect(
                "who is born of a member is a child of the household",
                health.block().household(birth.member()).people()[child].role() == Role.CHILD,
                birth);
        boolean cesarean = delivery.pathway().key().contains("cesarean");
        FINDINGS.expect(
                "the child's code tells how its mother was delivered",
                birth.diagnosis().description().toString().contains("cesarean") == cesarean,
                birth);
        FINDINGS.expect(
                "the mother is in hospital when her child is born",
                health.visits(years.yearOf(birth.day())).stream()
                        .anyMatch(
                                visit ->
                                        visit.condition() == delivery
                                                && visit.nights() > 0
                                                && visit.day() <= birth.day()
                                                && visit.lastDay() >= birth.day()),
                birth);
    }

    @Test
    void nearlyAllYoungChildrenOfAWoman_areOfAPregnancyOfHers() {
        HealthReader reader = new HealthReader(new Readers(Population.of(8, World.EPOCH)));
        int born = 0;
        int ofMembers = 0;
        for (int block = 0; block < BLOCKS / 2; block++) {
            BlockHealth health = reader.at(block);
            for (int member = 0; member < MemberBlock.SIZE; member++) {
                int start = health.block().householdStart(member);
                var people = health.block().household(member).people();
                boolean woman = false;
                for (int i = 0; i < people.length; i++) {
                    woman |=
                            people[i].role().isPartner()
                                    && health.days().sex(start + i) == Sex.FEMALE;
                }
                boolean recent = health.days().birth(member) > years.firstDay(PlanYears.FIRST);
                if (woman && recent && people[member - start].role() == Role.CHILD) {
                    born++;
                    ofMembers += health.delivery(member) != null ? 1 : 0;
                }
            }
        }
        assertThat((double) ofMembers / born).isGreaterThan(0.99);
    }

    @Test
    void settings_areAsOftenAsInTheUnitedStates() {
        // of the order of NAMCS, NHAMCS and HCUP; the totals that the files were made for
        double memberYears = BLOCKS * (double) MemberBlock.SIZE * PlanYears.BACK;
        assertThat(SETTINGS[Setting.EMERGENCY.ordinal()] / memberYears)
                .isCloseTo(0.26, within(0.03));
        assertThat(SETTINGS[Setting.INPATIENT.ordinal()] / memberYears)
                .isCloseTo(0.09, within(0.01));
    }
}
