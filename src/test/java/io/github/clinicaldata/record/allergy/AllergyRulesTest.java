package io.github.clinicaldata.record.allergy;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.Tables;
import io.github.clinicaldata.support.Tally;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must hold within each of a million allergies and between those of a member, and how often
 * each comes.
 */
class AllergyRulesTest {
    private static final int COUNT = Sweep.MILLION;
    private static final Findings FINDINGS = new Findings();
    private static final Tally TALLY = new Tally();
    private static final Map<String, NamedCsvRecord> ALLERGENS =
            Tables.byKey("codes/allergens.csv", row -> row.getField("allergen"));
    private static final Map<String, NamedCsvRecord> REACTIONS =
            Tables.byKey("codes/reactions.csv", row -> row.getField("name"));
    private static final Map<String, Integer> BY_ALLERGEN = new TreeMap<>();
    private static final Set<String> PAIRS = new TreeSet<>();
    private static final EventSpace.Slot SLOT = new EventSpace.Slot();
    private static long block;
    private static LocalDate last = LocalDate.MIN;
    private static int lastYear;
    private static long index;

    @BeforeAll
    static void readAllergies() {
        read(World.POPULATION, COUNT);
        BY_ALLERGEN.clear();
        Sweep.over(
                World.ALLERGIES,
                World.POPULATION,
                COUNT,
                allergy -> BY_ALLERGEN.merge(allergy.allergen().key().toString(), 1, Integer::sum));
        read(Population.of(7, LocalDate.of(2026, 7, 1)), 100_000);
        read(
                new Population(
                        42,
                        World.EPOCH,
                        World.EPOCH.plusYears(2).plusDays(99),
                        World.POPULATION.knobs()),
                100_000);
    }

    private static void read(Population population, int count) {
        RecordReader<Allergy> reader = World.ALLERGIES.generator().open(population);
        PlanYears years = new PlanYears(population);
        block = -1;
        for (index = 0; index < count; index++) {
            Allergy allergy = reader.read(index);
            AllergyDraw.SPACE.locate(index, years.known(), SLOT);
            FINDINGS.expect(
                    "all of the past years are there",
                    allergy != null || SLOT.year() >= PlanYears.CURRENT,
                    index);
            if (allergy != null) {
                slots(allergy, years);
                dates(allergy, population);
                codes(allergy);
                reactions(allergy);
            }
        }
    }

    private static void slots(Allergy allergy, PlanYears years) {
        if (SLOT.block() != block) {
            block = SLOT.block();
            PAIRS.clear();
            lastYear = -1;
        }
        FINDINGS.expect(
                "nobody has the same allergen twice",
                PAIRS.add(allergy.member().id() + " " + allergy.allergen().key()),
                allergy);
        int day = (int) allergy.recordedDate().toEpochDay();
        FINDINGS.expect(
                "an allergy is recorded in the year of its slot",
                (SLOT.year() == PlanYears.BEFORE || day > years.firstDay(SLOT.year()))
                        && day <= years.lastDay(SLOT.year()),
                allergy);
        if (SLOT.year() == lastYear) {
            FINDINGS.expect(
                    "a block's allergies of a year are in the order of their dates",
                    !allergy.recordedDate().isBefore(last),
                    allergy);
        }
        lastYear = SLOT.year();
        last = allergy.recordedDate();
    }

    private static void dates(Allergy allergy, Population population) {
        LocalDate birth = allergy.member().birthDate();
        LocalDate onset = allergy.onsetDate();
        LocalDate resolved = allergy.resolvedDate();
        FINDINGS.expect(
                "recorded between birth and as_of",
                !allergy.recordedDate().isBefore(birth)
                        && !allergy.recordedDate().isAfter(population.asOf()),
                allergy);
        if (onset != null) {
            FINDINGS.expect(
                    "the onset lies between birth and record",
                    !onset.isBefore(birth) && !onset.isAfter(allergy.recordedDate()),
                    allergy);
        }
        FINDINGS.expect(
                "what is not active has a date of its end, and only that",
                (allergy.status() == AllergyStatus.ACTIVE) == (resolved == null)
                        && (resolved == null
                                || resolved.isAfter(allergy.recordedDate())
                                        && !resolved.isAfter(population.asOf())),
                allergy);
        if (allergy.status() == AllergyStatus.OUTGROWN && resolved != null) {
            FINDINGS.expect(
                    "outgrown are allergies to foods, by the age of 16",
                    allergy.allergen().category() == AllergenCategory.FOOD
                            && Filters.years(birth, resolved) < 16,
                    allergy);
        }
    }

    private static void codes(Allergy allergy) {
        NamedCsvRecord row =
                Objects.requireNonNull(ALLERGENS.get(allergy.allergen().key().toString()));
        FINDINGS.expect(
                "name, category and codes are those of the allergen",
                row.getField("name").equals(allergy.allergen().name().toString())
                        && row.getField("category")
                                .equals(allergy.allergen().category().code().toString())
                        && row.getField("icd10cm").equals(allergy.allergen().icd10cm().toString())
                        && row.getField("rxnorm")
                                .equals(
                                        Objects.requireNonNullElse(allergy.allergen().rxnorm(), "")
                                                .toString()),
                allergy);
        FINDINGS.expect(
                "the member's primary care provider recorded it",
                Objects.equals(allergy.recorder(), allergy.member().primaryCare()),
                allergy);
    }

    private static void reactions(Allergy allergy) {
        Severity main = allergy.reactions().get(0).severity();
        Set<String> names = new TreeSet<>();
        for (AllergyReaction reaction : allergy.reactions()) {
            NamedCsvRecord row = Objects.requireNonNull(REACTIONS.get(reaction.name().toString()));
            FINDINGS.expect(
                    "each reaction comes once and none is worse than the main one",
                    names.add(reaction.name().toString())
                            && reaction.severity().compareTo(main) <= 0,
                    allergy);
            FINDINGS.expect(
                    "reactions that are severe by nature belong to severe allergies",
                    row.getField("severe").equals("false")
                            || main == Severity.SEVERE && reaction.severity() == Severity.SEVERE,
                    allergy);
            FINDINGS.expect(
                    "reactions happen in the allergen's category",
                    !row.getField("weight_" + allergy.allergen().category().code()).equals("0"),
                    allergy);
        }
        FINDINGS.expect(
                "severe allergies may endanger life",
                main != Severity.SEVERE || allergy.criticality() == Criticality.HIGH,
                allergy);
        TALLY.add("severity of " + allergy.allergen().key(), main.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all of the past years are there",
                "nobody has the same allergen twice",
                "an allergy is recorded in the year of its slot",
                "a block's allergies of a year are in the order of their dates",
                "recorded between birth and as_of",
                "the onset lies between birth and record",
                "what is not active has a date of its end, and only that",
                "outgrown are allergies to foods, by the age of 16",
                "name, category and codes are those of the allergen",
                "the member's primary care provider recorded it",
                "each reaction comes once and none is worse than the main one",
                "reactions that are severe by nature belong to severe allergies",
                "reactions happen in the allergen's category",
                "severe allergies may endanger life"
            })
    void always(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void everyRuleOfThePass_isAsserted() {
        assertThat(FINDINGS.rules()).hasSize(14);
    }

    @Test
    void allergens_areAsCommonAsTheFileSays() {
        double members =
                (double) COUNT / AllergyDraw.SPACE.block(World.POPULATION) * MemberBlock.SIZE;
        for (NamedCsvRecord row : ALLERGENS.values()) {
            String key = row.getField("allergen");
            double share = BY_ALLERGEN.getOrDefault(key, 0) / members;
            assertThat(share)
                    .as(key)
                    .isCloseTo(
                            Double.parseDouble(row.getField("prevalence")),
                            Percentage.withPercentage(7));
        }
    }

    @Test
    void severities_followTheSharesOfTheAllergen() {
        for (NamedCsvRecord row : ALLERGENS.values()) {
            TALLY.assertDrawnFrom(
                    "severity of " + row.getField("allergen"),
                    Map.of(
                            "mild", Double.valueOf(row.getField("severity_mild")),
                            "moderate", Double.valueOf(row.getField("severity_moderate")),
                            "severe", Double.valueOf(row.getField("severity_severe"))));
        }
    }
}
