package io.github.clinicaldata.record.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.code.Panels;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.World;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What pathologists get of endoscopies. */
class TakenTissueTest {
    private static final int BLOCKS = 600;

    private static PanelKind kind(OrderedReport report) {
        return Panels.standard().get(report.panel()).kind();
    }

    @Test
    void tissueOfAnEndoscopy_isLookedAtOnlyWhereTheEndoscopyWasDone() {
        HealthReader reader = new HealthReader(new Readers(World.POPULATION));
        int stays = 0;
        for (int block = 0; block < BLOCKS; block++) {
            BlockHealth health = reader.at(block);
            for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
                Set<Visit> looked = new HashSet<>();
                for (OrderedReport report : health.reports(year)) {
                    if (kind(report) == PanelKind.PROCEDURE) {
                        looked.add(report.visit());
                    }
                }
                for (OrderedReport report : health.reports(year)) {
                    Visit visit = report.visit();
                    if (kind(report) == PanelKind.PATHOLOGY && visit.rule().endoscopy() != null) {
                        assertThat(looked).as("%s", visit).contains(visit);
                    }
                }
                for (Visit visit : health.visits(year)) {
                    stays +=
                            visit.rule().endoscopy() != null && visit.rule().stay() != null ? 1 : 0;
                }
            }
        }
        assertThat(stays).isGreaterThan(20);
    }
}
