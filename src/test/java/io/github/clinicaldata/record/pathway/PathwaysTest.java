package io.github.clinicaldata.record.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.Procedure;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.person.Sex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of pathways make sense each by itself and together. */
class PathwaysTest {
    private static final Path FOLDER = Path.of("src/main/resources/pathways");
    private static final int OLDEST = 100;

    static List<Pathway> pathways() {
        return Pathways.standard().all();
    }

    @Test
    void everyFile_isListedOnce_andEveryListedOneIsThere() throws IOException {
        List<String> listed =
                ReferenceTable.read("pathways/pathways.csv").stream()
                        .map(row -> row.getField("pathway"))
                        .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
        assertThat(pathways()).extracting(Pathway::key).containsExactlyElementsOf(listed);
        assertThat(pathways())
                .extracting(Pathway::ordinal)
                .containsExactlyElementsOf(IntStream.range(0, listed.size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void somebodyOfEachSexAndAgeThatHasIt_canHaveOneOfItsCodes(Pathway pathway) {
        for (Sex sex : Sex.values()) {
            for (int age = 0; age <= OLDEST; age++) {
                if (pathway.curve().at(sex, age) > 0) {
                    int years = age;
                    assertThat(pathway.codes())
                            .as("%s of %s aged %d", pathway, sex, age)
                            .anySatisfy(
                                    code -> {
                                        assertThat(code.limits().fit(sex, years)).isTrue();
                                        assertThat(code.diagnosis().fits(sex, years)).isTrue();
                                        assertThat(code.needs()).isNull();
                                    });
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void itsCodes_areNotOfTheOtherSex(Pathway pathway) {
        Sex sex = pathway.limits().sex();
        for (PathwayCode code : pathway.codes()) {
            Sex ofCode = code.limits().sex();
            assertSex(code.diagnosis(), ofCode == null ? sex : ofCode);
        }
        pathway.external().forEach(external -> assertSex(external, sex));
        for (VisitRule rule : pathway.visits()) {
            told(rule).forEach(each -> assertSex(each, sex));
        }
    }

    private static void assertSex(Diagnosis diagnosis, @Nullable Sex allowed) {
        if (diagnosis.sex() != null) {
            assertThat(diagnosis.sex()).as(diagnosis.code().toString()).isEqualTo(allowed);
        }
    }

    private static List<Diagnosis> diagnoses(Pathway pathway) {
        List<Diagnosis> diagnoses = new ArrayList<>(pathway.external());
        pathway.codes().forEach(code -> diagnoses.add(code.diagnosis()));
        for (VisitRule rule : pathway.visits()) {
            diagnoses.addAll(told(rule));
        }
        return diagnoses;
    }

    /** The diagnoses that a visit itself tells. */
    private static List<Diagnosis> told(VisitRule rule) {
        List<Diagnosis> told = new ArrayList<>(rule.diagnoses());
        rule.also().forEach(told::addAll);
        return told;
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void codesOfVisits_fitTheAgesOfTheVisit(Pathway pathway) {
        for (VisitRule rule : pathway.visits()) {
            for (Diagnosis diagnosis : told(rule)) {
                for (Sex sex : Sex.values()) {
                    for (int age = 0; age <= OLDEST; age++) {
                        if (pathway.curve().at(sex, age) > 0 && rule.limits().fit(sex, age)) {
                            assertThat(diagnosis.fits(sex, age))
                                    .as("%s at %s aged %d", diagnosis.code(), rule.what(), age)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void visitsForSomeCodes_nameCodesOfTheCondition(Pathway pathway) {
        for (VisitRule rule : pathway.visits()) {
            assertThat(rule.of())
                    .as("%s", rule.what())
                    .allMatch(
                            start ->
                                    pathway.codes().stream()
                                            .map(each -> each.diagnosis().code().toString())
                                            .anyMatch(code -> code.startsWith(start)));
        }
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void sharesOfAChoice_sumToAtMostOne_forEverybody(Pathway pathway) {
        for (PathwayCode code : pathway.codes()) {
            assertChoices(pathway, code.diagnosis());
        }
    }

    private static void assertChoices(Pathway pathway, Diagnosis code) {
        for (Sex sex : Sex.values()) {
            for (int age = 0; age <= OLDEST; age++) {
                TreeMap<Integer, Double> sums = new TreeMap<>();
                for (VisitRule rule : pathway.visits()) {
                    if (rule.choice() >= 0 && rule.fits(sex, age, code)) {
                        sums.merge(rule.choice(), rule.share(), Double::sum);
                    }
                }
                assertThat(sums.values())
                        .as("%s of %s aged %d", pathway, sex, age)
                        .allSatisfy(sum -> assertThat(sum).isLessThan(1.0001));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void shares_areProbabilities(Pathway pathway) {
        for (VisitRule rule : pathway.visits()) {
            assertThat(rule.share()).as("%s", rule.what()).isBetween(0.0, 1.0);
            assertThat(rule.priority()).isBetween(1, 3);
            rule.reports().forEach(each -> assertThat(each.share()).isBetween(0.0, 1.0));
            rule.procedures().forEach(each -> assertThat(each.share()).isBetween(0.0, 1.0));
            rule.services().forEach(each -> assertThat(each.share()).isBetween(0.0, 1.0));
            assertThat(rule.services()).as("services of %s", rule.what()).isNotEmpty();
        }
        pathway.medications().forEach(each -> assertThat(each.share()).isBetween(0.0, 1.0));
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void staysAlone_areInAHospitalOvernight(Pathway pathway) {
        for (VisitRule rule : pathway.visits()) {
            assertThat(rule.stay() != null)
                    .as("%s", rule.what())
                    .isEqualTo(rule.setting() == Setting.INPATIENT);
        }
    }

    @ParameterizedTest
    @MethodSource("pathways")
    void codesThatNeedAnotherCondition_nameAChronicOne(Pathway pathway) {
        for (PathwayCode code : pathway.codes()) {
            if (code.needs() != null) {
                assertThat(Pathways.standard().find(code.needs()))
                        .as("what %s needs", code.diagnosis().code())
                        .get()
                        .extracting(Pathway::course)
                        .isEqualTo(Course.CHRONIC);
            }
        }
    }

    @Test
    void everyPanel_isInTheTableOfPanels() {
        Set<String> panels = new TreeSet<>();
        YamlNode.read("codes/panels.yaml")
                .list("panels")
                .forEach(panel -> panels.add(panel.text("panel")));
        for (Pathway pathway : pathways()) {
            for (VisitRule rule : pathway.visits()) {
                assertThat(rule.reports())
                        .as("%s of %s", rule.what(), pathway)
                        .extracting(ReportOrder::panel)
                        .isSubsetOf(panels);
            }
        }
    }

    @Test
    void everyEntryOfPerformers_isAProcedureOrAService() {
        Set<String> known = new TreeSet<>();
        Procedure.all().forEach(each -> known.add(each.key()));
        Service.standard().all().forEach(each -> known.add(each.key()));
        assertThat(known).containsAll(Specialists.standard().keys());
    }

    @Test
    void pathology_isForEverybodyOfWhomTissueIsTaken() {
        for (Pathway pathway : pathways()) {
            for (VisitRule rule : pathway.visits()) {
                Endoscopy endoscopy = rule.endoscopy();
                if (endoscopy != null) {
                    ReportOrder look = rule.reports().get(endoscopy.report());
                    assertThat(look.share() == 1 || look.procedure() >= 0)
                            .as("%s of %s", rule.what(), pathway)
                            .isTrue();
                }
                assertThat(rule.reports())
                        .as("%s of %s", rule.what(), pathway)
                        .filteredOn(ReportOrder::pathology)
                        .allMatch(order -> order.limits().equals(Limits.EVERYBODY))
                        .allMatch(order -> rule.endoscopy() == null || order.share() == 1)
                        .hasSizeBetween(rule.endoscopy() == null ? 0 : 1, 1);
            }
        }
    }

    @Test
    void deliveries_areCertain() {
        for (Pathway pathway : pathways()) {
            if (pathway.start() == Start.CONCEPTION) {
                assertThat(
                                pathway.visits().stream()
                                        .filter(VisitRule::delivery)
                                        .mapToDouble(VisitRule::share)
                                        .sum())
                        .as("%s", pathway)
                        .isCloseTo(1, within(1e-9));
            }
        }
    }
}
