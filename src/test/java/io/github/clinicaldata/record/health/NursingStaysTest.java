package io.github.clinicaldata.record.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for stays in skilled nursing facilities, looked at in many blocks. */
class NursingStaysTest {
    private static final int BLOCKS = 1_500;
    private static final int WEEK = 7;

    /** Three dialyses, the monthly tests, and twice therapy. */
    private static final int MOST_IN_A_WEEK = 6;

    private static final Findings FINDINGS = new Findings();
    private static int discharged;
    private static int stays;
    private static int nights;
    private static int toLastDay;

    @BeforeAll
    static void lookAtBlocks() {
        HealthReader reader = new HealthReader(new Readers(Population.of(11, World.EPOCH)));
        for (int block = 0; block < BLOCKS; block++) {
            for (int year = PlanYears.FIRST; year < PlanYears.CURRENT; year++) {
                List<Visit> visits = reader.at(block).visits(year);
                int last = reader.years().lastDay(year);
                visits.forEach(visit -> lookAt(visit, visits, last));
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

    private static void lookAt(Visit visit, List<Visit> visits, int last) {
        DischargeStatus discharge = visit.discharge();
        if (discharge == null) {
            return;
        }
        boolean nursing = visit.rule().setting() == Setting.SKILLED_NURSING;
        discharged += discharge.key().equals("skilled-nursing") ? 1 : 0;
        if (visit.nursing() > 0) {
            FINDINGS.expect(
                    "who is to be in a nursing facility is there from the last day in hospital",
                    visits.stream()
                            .anyMatch(
                                    each ->
                                            each.rule().setting() == Setting.SKILLED_NURSING
                                                    && each.member() == visit.member()
                                                    && each.day() == visit.lastDay()
                                                    && each.begin() > visit.end()
                                                    && each.nights() == visit.nursing()),
                    visit);
        }
        FINDINGS.expect(
                "nobody is discharged as still there, nor from a nursing facility to such",
                !discharge.key().equals("still-patient")
                        && !(nursing && discharge.key().equals("skilled-nursing")),
                visit);
        if (nursing) {
            stays++;
            nights += visit.nights();
            toLastDay += visit.lastDay() == last ? 1 : 0;
            lookAtNursing(visit, visits, last);
        }
    }

    private static void lookAtNursing(Visit visit, List<Visit> visits, int last) {
        FINDINGS.expect(
                "a stay of three days in hospital comes before, for the same condition",
                visits.stream()
                        .anyMatch(
                                each ->
                                        each.rule().setting() == Setting.INPATIENT
                                                && each.member() == visit.member()
                                                && each.condition() == visit.condition()
                                                && each.lastDay() == visit.day()
                                                && each.nights() >= 3),
                visit);
        FINDINGS.expect(
                "nursing stays end with the plan year at the latest",
                visit.nights() > 0 && visit.lastDay() <= last,
                visit);
        FINDINGS.expect(
                "sessions of a series that would fall into a nursing stay do not pile up after it",
                visits.stream()
                                .filter(
                                        each ->
                                                each.member() == visit.member()
                                                        && each.rule().isOfSeries()
                                                        && each.day() > visit.lastDay()
                                                        && each.day() <= visit.lastDay() + WEEK)
                                .count()
                        <= MOST_IN_A_WEEK,
                visit);
        String code = visit.diagnosis().code().toString();
        FINDINGS.expect(
                "fresh injuries and strokes are treated in hospitals",
                !code.startsWith("I63") && !(code.charAt(0) == 'S' && code.endsWith("A")),
                visit);
    }

    @Test
    void mostOfThoseDischargedToNursing_haveAStayThere() {
        assertThat(stays / (double) discharged).isBetween(0.65, 0.95);
    }

    @Test
    void stays_areAsLongAsThoseOfMedicare() {
        // MedPAC: about 25 days; a little less, since stays end with the year
        assertThat(nights / (double) stays).isBetween(22.0, 26.0);
        assertThat(toLastDay / (double) stays).isLessThan(0.1);
    }
}
