package io.github.clinicaldata.record.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.Procedure;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.code.Tissue;
import io.github.clinicaldata.record.encounter.Encounter;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.GivenServices;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.TakenTissue;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold within each of very many procedures, and how many of them a block needs. */
class ProcedureRulesTest {
    private static final int COUNT = 200_000;
    private static final Findings FINDINGS = new Findings();
    private static final Map<String, String> PCS = table("codes/icd10pcs.csv");
    private static final Map<String, String> HCPCS = table("codes/hcpcs.csv");
    private static final Map<String, Set<String>> ORDERED = new TreeMap<>();
    private static final Map<ProcedureCategory, Integer> CATEGORIES = new TreeMap<>();
    private static final Set<String> PICTURES = new HashSet<>();
    private static final Set<String> MEASURED =
            Set.of(
                    "Electric tracing of the heart",
                    "Ultrasound of the heart",
                    "Cardiac stress test",
                    "Home sleep study");
    private static final Set<String> LOOK_AT_CHESTS =
            Set.of("emergency_medicine", "hospitalist", "cardiology", "pulmonology");
    private static final Map<String, String> PICTURED =
            Map.of(
                    "S42.00", "collarbone",
                    "S50.0", "elbow",
                    "S50.86", "forearm",
                    "S51.81", "forearm",
                    "S52.5", "wrist",
                    "S80.1", "lower leg",
                    "S93.4", "ankle");
    private static final RecordReader<Encounter> ENCOUNTERS =
            World.ENCOUNTERS.generator().open(World.POPULATION);

    @BeforeAll
    static void read() {
        Sweep.over(World.PROCEDURES, World.POPULATION, COUNT, ProcedureRulesTest::look);
    }

    private static Map<String, String> table(String name) {
        Map<String, String> table = new TreeMap<>();
        ReferenceTable.read(name).stream()
                .forEach(row -> table.put(row.getField("code"), row.getField("description")));
        return table;
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static void look(MemberProcedure procedure) {
        CATEGORIES.merge(procedure.code().category(), 1, Integer::sum);
        lookAtEncounter(procedure);
        lookAtCode(procedure);
        lookAtPerformer(procedure);
        lookAtDiagnosis(procedure);
        FINDINGS.expect(
                "no image is taken twice at a visit",
                procedure.code().category() != ProcedureCategory.IMAGING
                        || PICTURES.add(procedure.encounter() + " " + procedure.code().name()),
                procedure);
    }

    private static long number(RecordId id) {
        return id.content().orElseThrow().index();
    }

    private static void lookAtEncounter(MemberProcedure procedure) {
        long index = BlockHealth.VISITS.indexOf(World.POPULATION, number(procedure.encounter()));
        Encounter encounter = ENCOUNTERS.present(index);
        FINDINGS.expect(
                "the encounter is one of the same member, at the same place",
                encounter.id().equals(procedure.encounter())
                        && encounter.member().id().equals(procedure.member().id())
                        && encounter.facility().id().equals(procedure.facility().id()),
                procedure);
        FINDINGS.expect(
                "a procedure begins within its encounter",
                !procedure.performed().isBefore(encounter.start())
                        && (encounter.end() == null
                                || !procedure.performed().isAfter(encounter.end())),
                procedure);
        FINDINGS.expect(
                "a procedure ends after it began and within its encounter",
                procedure.end() == null
                        || !procedure.end().isBefore(procedure.performed())
                                && (encounter.end() == null
                                        || !procedure.end().isAfter(encounter.end())),
                procedure);
        FINDINGS.expect(
                "a procedure has the reason of its encounter",
                encounter.diagnoses().get(0).diagnosis() == procedure.visit().diagnosis()
                        && Objects.equals(encounter.condition(), procedure.condition()),
                procedure);
        FINDINGS.expect(
                "what has an end is completed, what has none has only begun",
                (procedure.end() == null) == (procedure.status() == ProcedureStatus.IN_PROGRESS),
                procedure);
    }

    private static void lookAtCode(MemberProcedure procedure) {
        ProcedureCode code = procedure.code();
        Member member = procedure.member();
        Map<String, String> table = code.system() == CodeSystem.HCPCS ? HCPCS : PCS;
        FINDINGS.expect(
                "a code is in the table of its system, with its description",
                code.description().toString().equals(table.get(code.code().toString())),
                procedure);
        FINDINGS.expect(
                "a code says what was done", !code.code().toString().equals("T1015"), procedure);
        Visit visit = procedure.visit();
        FINDINGS.expect(
                "procedures of stays have codes of ICD-10-PCS",
                visit.rule().stay() == null || code.system() == CodeSystem.ICD_10_PCS,
                procedure);
        FINDINGS.expect(
                "a code fits sex and age",
                code.system() == CodeSystem.HCPCS || fits(code, member.sex(), age(procedure)),
                procedure);
        FINDINGS.expect(
                "the side of the body is that of the diagnosis",
                !Choice.isOpposite(code.bodySite(), told(visit.diagnosis())),
                procedure);
        FINDINGS.expect(
                "a procedure is one that the pathway orders at the visit, or a picture",
                code.category() == ProcedureCategory.IMAGING
                        || ordered(visit).contains(code.code().toString()),
                procedure);
        FINDINGS.expect(
                "what is done in a stay is given as a service where there is one",
                visit.rule().stay() == null
                        || code.category() == ProcedureCategory.IMAGING
                        || isGivenAsOrdered(visit, code.code().toString(), age(procedure)),
                procedure);
        FINDINGS.expect(
                "a delivery is on the day of the birth",
                !code.code().toString().startsWith("10")
                        || visit.condition() != null && procedure.day() == visit.condition().end(),
                procedure);
    }

    /** Whether the service that bills a procedure of a stay, if there is one, is given. */
    private static boolean isGivenAsOrdered(Visit visit, String code, int age) {
        List<Service> given = GivenServices.of(visit, age);
        return visit.rule().services().stream()
                .filter(order -> order.procedure() >= 0)
                .filter(
                        order ->
                                visit.rule().procedures().get(order.procedure()).codes().stream()
                                        .anyMatch(each -> each.code().toString().equals(code)))
                .allMatch(order -> given.contains(order.service()));
    }

    private static void lookAtDiagnosis(MemberProcedure procedure) {
        Visit visit = procedure.visit();
        String diagnosis = visit.diagnosis().code().toString();
        String told = told(visit.diagnosis());
        String code = procedure.code().code().toString();
        if (diagnosis.startsWith("S") && code.matches("B[PQR]...ZZ")) {
            FINDINGS.expect(
                    "a picture of an injury shows the part that is hurt",
                    Procedure.all().stream()
                            .filter(each -> each.code().toString().equals(code))
                            .flatMap(each -> each.diagnosisWords().stream())
                            .anyMatch(told::contains),
                    procedure);
        }
        PICTURED.forEach(
                (prefix, part) -> {
                    if (diagnosis.startsWith(prefix) && code.matches("B[PQ]0.ZZZ")) {
                        FINDINGS.expect(
                                "an x-ray of an injury is of that bone and not of its neighbor",
                                procedure.code().name().toString().endsWith(part),
                                procedure);
                    }
                });
        if (diagnosis.equals("Z51.0")) {
            String cancer = told(Objects.requireNonNull(visit.condition()).diagnosis());
            FINDINGS.expect(
                    "radiation is of the part that has the cancer",
                    Procedure.all().stream()
                            .filter(each -> each.code().toString().equals(code))
                            .flatMap(each -> each.diagnosisWords().stream())
                            .anyMatch(cancer::contains),
                    procedure);
        }
        if (code.startsWith("BY4")) {
            String trimester =
                    diagnosis.startsWith("O03") || diagnosis.equals("O02.1")
                            ? "first trimester"
                            : diagnosis.equals("Z36.3") ? "second trimester" : "";
            FINDINGS.expect(
                    "an unborn child is pictured in the trimester of the diagnosis",
                    procedure.code().name().toString().contains(trimester),
                    procedure);
        }
        Tissue taken = taken(code);
        if (taken != null) {
            FINDINGS.expect(
                    "what is taken out is what the reports of the visit tell",
                    TakenTissue.of(visit, age(procedure)) == taken,
                    procedure);
        }
        FINDINGS.expect(
                "nothing helps a birth without complications",
                !diagnosis.equals("O80") || !code.startsWith("10D07"),
                procedure);
    }

    /** What a code of a scope or of the skin says was taken out, or null for other codes. */
    private static @Nullable Tissue taken(String code) {
        if (code.matches("0HB.XZX|0DB.8ZX")) {
            return Tissue.SAMPLE;
        }
        if (code.matches("0DB.8ZZ")) {
            return Tissue.POLYP;
        }
        return code.matches("0DJ.8ZZ|G0121") ? Tissue.NONE : null;
    }

    private static String told(Diagnosis diagnosis) {
        return diagnosis.description().toString().toLowerCase(Locale.ROOT);
    }

    private static void lookAtPerformer(MemberProcedure procedure) {
        String name = procedure.code().name().toString();
        ProviderType performer = procedure.performer().type();
        FINDINGS.expect(
                "radiologists trace no hearts and watch nobody sleep",
                !MEASURED.contains(name)
                        || !performer.type().toString().equals("diagnostic_radiology"),
                procedure);
        FINDINGS.expect(
                "procedures are done by those whose specialty does them",
                procedure.code().performers().isEmpty()
                        || procedure.code().performers().contains(performer),
                procedure);
        Visit visit = procedure.visit();
        boolean tracing = name.equals("Electric tracing of the heart");
        String panel = tracing ? "electrocardiogram" : "chest-xray";
        boolean further =
                (tracing || name.equals("X-ray of the chest"))
                        && visit.rule().reports().stream()
                                .noneMatch(order -> order.panel().equals(panel))
                        && visit.rule().services().stream()
                                .noneMatch(
                                        order -> order.service().key().equals("imaging-" + panel));
        if (further) {
            ProviderType type = visit.rule().provider();
            FINDINGS.expect(
                    "chests and hearts are looked at further by those who do that",
                    type == null
                            || type.primaryCare()
                            || LOOK_AT_CHESTS.contains(type.type().toString()),
                    procedure);
            FINDINGS.expect(
                    "no child that is well has a further picture",
                    visit.condition() != null || age(procedure) >= 18,
                    procedure);
        }
    }

    private static int age(MemberProcedure procedure) {
        return (int)
                ChronoUnit.YEARS.between(
                        procedure.member().birthDate(),
                        LocalDate.ofEpochDay(procedure.visit().day()));
    }

    private static boolean fits(ProcedureCode code, Sex sex, int age) {
        return Procedure.all().stream()
                .anyMatch(each -> each.code().equals(code.code()) && each.fits(sex, age));
    }

    /** The codes that the rule of a visit can lead to. */
    private static Set<String> ordered(Visit visit) {
        return ORDERED.computeIfAbsent(
                visit.pathway().key() + "/" + visit.rule().what() + "/" + visit.rule().setting(),
                none -> {
                    Set<String> codes = new TreeSet<>();
                    visit.rule()
                            .procedures()
                            .forEach(
                                    order ->
                                            order.codes()
                                                    .forEach(
                                                            each ->
                                                                    codes.add(
                                                                            each.code()
                                                                                    .toString())));
                    visit.rule().services().forEach(order -> addCodes(order.service(), codes));
                    return codes;
                });
    }

    private static void addCodes(Service service, Set<String> codes) {
        if (service.hcpcs() != null) {
            codes.add(service.hcpcs().toString());
        }
        Procedure.all().stream()
                .filter(each -> each.key().equals(service.key()))
                .forEach(each -> codes.add(each.code().toString()));
    }

    @Test
    void allCategories_occur_andTherapyIsTheMostOften() {
        assertThat(CATEGORIES).containsOnlyKeys(ProcedureCategory.values());
        // no source: HCUP counts 0.07 stays with an operating room procedure a person and year
        double surgery = CATEGORIES.getOrDefault(ProcedureCategory.SURGERY, 0) / (double) COUNT;
        assertThat(surgery).isCloseTo(0.013, within(0.006));
    }

    @Test
    void slots_areWhatBlocksNeed() {
        HealthReader reader = new HealthReader(new Readers(World.POPULATION));
        int blocks = 400;
        double[] needed = new double[PlanYears.COUNT];
        for (long number = 0; number < blocks; number++) {
            for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
                needed[year] += new ProcedureDraw(reader.at(number), year).natural() / blocks;
            }
        }
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            assertThat(needed[year] / ProcedureDraw.SPACE.slots(year))
                    .as("year %d", year)
                    .isCloseTo(1, within(0.03));
        }
    }

    @Test
    void relations_findExactlyTheProceduresOfMembersAndEncounters() {
        long block = World.PROCEDURES.indexes().block(World.POPULATION);
        Map<Long, List<Long>> byMember = new TreeMap<>();
        Map<Long, List<Long>> byEncounter = new TreeMap<>();
        long[] index = {0};
        Sweep.over(
                World.PROCEDURES,
                World.POPULATION,
                2 * block,
                each -> {
                    byMember.computeIfAbsent(number(each.member().id()), none -> new ArrayList<>())
                            .add(index[0]);
                    byEncounter
                            .computeIfAbsent(
                                    BlockHealth.VISITS.indexOf(
                                            World.POPULATION, number(each.encounter())),
                                    none -> new ArrayList<>())
                            .add(index[0]++);
                });
        assertFinds(new MemberProcedures().relations().get(0), byMember, 0);
        assertFinds(new EncounterProcedures().relations().get(0), byEncounter, 1);
    }

    private static void assertFinds(
            RecordRelation there, Map<Long, List<Long>> expected, int relation) {
        RecordRelation back = World.PROCEDURES.relations().get(relation);
        expected.forEach(
                (of, indexes) -> {
                    assertThat(there.finder().find(World.POPULATION, of))
                            .containsExactly(indexes.stream().mapToLong(Long::longValue).toArray());
                    assertThat(back.finder().find(World.POPULATION, indexes.get(0)))
                            .containsExactly(of);
                });
    }
}
