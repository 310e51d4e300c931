package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.world.MemberBlock;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the seasonal doses of children once it is known which of them come: in the first season
 * of a child there should be two. Used again for each block.
 */
final class FirstSeasons {
    private static final int DOSES = 2;

    private final SeasonalSeries influenza;
    private final List<SeriesDose> firstOfTwo;
    private final boolean[] seen = new boolean[MemberBlock.SIZE];

    FirstSeasons(Schedule schedule) {
        influenza = schedule.seasonal().get(0);
        firstOfTwo = influenza.series().dose(1, DOSES);
    }

    /** Begins with another block. */
    void start() {
        Arrays.fill(seen, false);
    }

    /** Numbers the doses of the next year. */
    void number(PlannedDose[] inTime) {
        for (PlannedDose dose : inTime) {
            Patient patient = dose.patient();
            if (dose.series().get(0).code().equals(influenza.series().code())
                    && !seen[patient.position()]) {
                boolean child = patient.ageOn(dose.day()) < influenza.countedBelow();
                if (child && dose.series().get(0).of() == 1) {
                    dose.setSeries(firstOfTwo);
                }
                seen[patient.position()] = dose.status() == VaccineStatus.COMPLETED;
            }
        }
    }
}
