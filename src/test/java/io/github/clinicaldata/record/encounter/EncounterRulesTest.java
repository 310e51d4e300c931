package io.github.clinicaldata.record.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelations;
import io.github.clinicaldata.record.condition.Condition;
import io.github.clinicaldata.record.condition.MemberConditions;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.medication.Medication;
import io.github.clinicaldata.record.medication.MemberMedications;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold within encounters, conditions and medications, and how often what comes. */
class EncounterRulesTest {
    private static final int COUNT = 400_000;
    private static final Findings FINDINGS = new Findings();
    private static final Map<EncounterClass, Integer> CLASSES = new TreeMap<>();

    @BeforeAll
    static void read() {
        Sweep.over(World.ENCOUNTERS, World.POPULATION, COUNT, EncounterRulesTest::look);
        Sweep.over(World.CONDITIONS, World.POPULATION, COUNT, EncounterRulesTest::look);
        Sweep.over(World.MEDICATIONS, World.POPULATION, COUNT / 2, EncounterRulesTest::look);
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static int age(Member member, long day) {
        return (int) ChronoUnit.YEARS.between(member.birthDate(), LocalDate.ofEpochDay(day));
    }

    private static void look(Encounter encounter) {
        CLASSES.merge(encounter.type(), 1, Integer::sum);
        Member member = encounter.member();
        long day = encounter.visit().day();
        FINDINGS.expect(
                "nobody is seen before birth", day >= member.birthDate().toEpochDay(), encounter);
        FINDINGS.expect(
                "an end is after the start",
                encounter.end() == null || encounter.end().isAfter(encounter.start()),
                encounter);
        for (VisitDiagnosis each : encounter.diagnoses()) {
            FINDINGS.expect(
                    "diagnoses of an encounter fit sex and age",
                    each.diagnosis().fits(member.sex(), age(member, day)),
                    encounter);
        }
        DayOfWeek weekday = encounter.start().getDayOfWeek();
        FINDINGS.expect(
                "offices are closed at weekends",
                encounter.setting() != Setting.OFFICE
                        || weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY,
                encounter);
        FINDINGS.expect(
                "nights and discharge stand on stays alone",
                (encounter.visit().rule().stay() != null)
                        == (encounter.type() == EncounterClass.INPATIENT
                                || encounter.type() == EncounterClass.SKILLED_NURSING),
                encounter);
    }

    private static void look(Condition condition) {
        Member member = condition.member();
        FINDINGS.expect(
                "a condition begins at birth or later",
                !condition.onset().isBefore(member.birthDate()),
                condition);
        FINDINGS.expect(
                "a condition's code fits the sex and the age at its onset",
                condition
                        .condition()
                        .diagnosis()
                        .fits(member.sex(), age(member, condition.condition().onset())),
                condition);
        FINDINGS.expect(
                "a condition that has passed ended after it began",
                condition.abatement() == null || !condition.abatement().isBefore(condition.onset()),
                condition);
    }

    private static void look(Medication medication) {
        long day = medication.prescription().day();
        FINDINGS.expect(
                "a drug is prescribed after the onset of what it is for",
                medication.prescription().condition() == null
                        || medication.prescription().condition().onset() <= day,
                medication);
        FINDINGS.expect(
                "quantity and days of a prescription are above zero",
                medication.prescription().quantityTenths() > 0
                        && medication.prescription().daysSupply() > 0,
                medication);
    }

    @Test
    void howAStayEnds_isToldOnlyWhenItIsOver() {
        Population inSummer =
                new Population(42, World.EPOCH, LocalDate.of(2026, 7, 1), Knobs.DEFAULTS);
        long block = World.ENCOUNTERS.indexes().block(inSummer);
        var reader = World.ENCOUNTERS.generator().open(inSummer);
        int stays = 0;
        for (long index = 0; index < 100 * block; index++) {
            Encounter encounter = reader.read(index);
            if (encounter != null
                    && encounter.end() == null
                    && encounter.visit().rule().stay() != null) {
                stays++;
                byte[] told =
                        World.stream(World.ENCOUNTERS, World.format("ndjson"), inSummer, index);
                assertThat(new String(told, StandardCharsets.UTF_8)).doesNotContain("\"stay\"");
            }
        }
        assertThat(stays).isPositive();
    }

    @Test
    void emergenciesAndStays_areAsOftenAsInTheUnitedStates() {
        // NHAMCS: 0.4 emergency visits a person a year, HCUP: about 0.1 stays; ours are a bit lower
        double memberYears =
                COUNT / (double) World.ENCOUNTERS.indexes().block(World.POPULATION) * 64 * 3;
        assertThat(CLASSES.getOrDefault(EncounterClass.EMERGENCY, 0) / memberYears)
                .isCloseTo(0.26, within(0.05));
        assertThat(CLASSES.getOrDefault(EncounterClass.INPATIENT, 0) / memberYears)
                .isCloseTo(0.09, within(0.02));
    }

    @Test
    void relations_findExactlyTheRecordsThatNameTheMember() {
        assertBothWays(World.ENCOUNTERS, new MemberEncounters(), Encounter::member);
        assertBothWays(World.CONDITIONS, new MemberConditions(), Condition::member);
        assertBothWays(World.MEDICATIONS, new MemberMedications(), Medication::member);
    }

    private static <R> void assertBothWays(
            RecordKind<R> kind, RecordRelations relations, Function<R, Member> member) {
        Map<Long, List<Long>> byMember = new TreeMap<>();
        long block = kind.indexes().block(World.POPULATION);
        long count = 100_000 / block * block;
        long[] index = {0};
        Sweep.over(
                kind,
                World.POPULATION,
                count,
                record ->
                        byMember.computeIfAbsent(
                                        member.apply(record)
                                                .id()
                                                .content()
                                                .map(RecordId.Content::index)
                                                .orElseThrow(),
                                        none -> new ArrayList<>())
                                .add(index[0]++));
        var there = relations.relations().get(0).finder();
        var back = kind.relations().get(0).finder();
        Readers readers = new Readers(World.POPULATION);
        for (long of = 0; of < count / block * 64; of++) {
            long[] found = there.find(readers, of);
            assertThat(found)
                    .containsExactly(
                            byMember.getOrDefault(of, List.of()).stream()
                                    .mapToLong(Long::longValue)
                                    .toArray());
            if (found.length > 0) {
                assertThat(back.find(readers, found[0])).containsExactly(of);
            }
        }
    }
}
