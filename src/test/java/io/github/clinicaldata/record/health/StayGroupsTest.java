package io.github.clinicaldata.record.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.pathway.Pathway;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.pathway.ProcedureOrder;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.pathway.VisitRule;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MS-DRGs of stays agree with what was done in them. */
class StayGroupsTest {
    private static final int BLOCKS = 3_000;
    private static final Set<String> RESPIRATORY = Set.of("J", "U");
    private static final Findings FINDINGS = new Findings();
    private static final Set<String> SEEN = new TreeSet<>();

    @BeforeAll
    static void lookAtStays() {
        HealthReader reader = new HealthReader(new Readers(Population.of(5, World.EPOCH)));
        for (int block = 0; block < BLOCKS; block++) {
            for (int year = PlanYears.FIRST; year < PlanYears.CURRENT; year++) {
                for (Visit visit : reader.at(block).visits(year)) {
                    if (visit.rule().setting() == Setting.INPATIENT) {
                        lookAt(visit);
                    }
                }
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

    private static void lookAt(Visit visit) {
        Set<String> done = new TreeSet<>();
        boolean operated = false;
        List<ProcedureOrder> orders = visit.rule().procedures();
        for (int i = 0; i < orders.size(); i++) {
            if (GivenServices.isDone(visit, i)) {
                done.add(orders.get(i).key());
                operated |= orders.get(i).codes().get(0).operatingRoom();
            }
        }
        String drg = Objects.requireNonNull(visit.drg()).code().toString();
        SEEN.add(drg);
        String code = visit.diagnosis().code().toString();
        FINDINGS.expect(
                "stays with a surgical DRG have surgery", !visit.isSurgical() || operated, visit);
        boolean catheter = done.contains("cardiac-catheterization");
        FINDINGS.expect(
                "chest pain with a catheter of the heart is no DRG 313",
                !catheter || !drg.equals("313"),
                visit);
        FINDINGS.expect(
                "DRG 287 stands for a catheter of the heart",
                !drg.equals("287") || catheter,
                visit);
        boolean longer = done.contains("mechanical-ventilation-long");
        boolean breathed = longer || done.contains("mechanical-ventilation");
        if (RESPIRATORY.contains(code.substring(0, 1))) {
            FINDINGS.expect(
                    "illnesses of the lungs with a breathing machine are DRG 207 or 208",
                    breathed == (drg.equals("207") || drg.equals("208")),
                    visit);
        }
        FINDINGS.expect(
                "DRGs of breathing machines for more than four days are of such stays",
                longer
                        ? drg.equals("207") || drg.equals("870")
                        : !drg.equals("207") && !drg.equals("870"),
                visit);
        FINDINGS.expect(
                "hips are replaced where the neck of the thighbone is broken",
                !drg.equals("522") || code.startsWith("S72.0"),
                visit);
        FINDINGS.expect(
                "an infarct of type 2 has no stent and no bypass",
                !code.equals("I21.A1") || drg.equals("281"),
                visit);
        FINDINGS.expect(
                "nobody stays for a kidney disease of a low stage",
                !code.matches("N18.[123].*"),
                visit);
        FINDINGS.expect(
                "the joint that is replaced is the one that is worn",
                !done.contains("knee-replacement")
                        || visit.condition() == null
                        || !visit.condition().diagnosis().code().toString().startsWith("M16"),
                visit);
        FINDINGS.expect(
                "the rectum has DRGs of its own",
                !done.contains("bowel-resection") || drg.equals(code.equals("C20") ? "333" : "330"),
                visit);
    }

    @Test
    void allThatProceduresDecideOn_occurs() {
        assertThat(SEEN).contains("207", "208", "287", "330", "333", "164", "621", "870");
    }

    @Test
    void surgicalStays_haveSurgeryInAnyCase() {
        for (Pathway pathway : Pathways.standard().all()) {
            for (VisitRule rule : pathway.visits()) {
                if (rule.stay() != null
                        && rule.stay().drg() != null
                        && rule.stay().drg().surgical()) {
                    assertThat(rule.procedures())
                            .as("%s of %s", rule.what(), pathway)
                            .anyMatch(
                                    order ->
                                            order.share() == 1
                                                    && order.codes().get(0).operatingRoom());
                }
            }
        }
    }
}
