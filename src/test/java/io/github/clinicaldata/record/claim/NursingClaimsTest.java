package io.github.clinicaldata.record.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How stays in skilled nursing facilities are billed and paid. */
class NursingClaimsTest {
    private static final int COUNT = 600_000;

    /** CMS notices of the amount of each year. */
    private static final Map<Integer, Long> DAILY =
            Map.of(2023, 20_000L, 2024, 20_400L, 2025, 20_950L);

    private static final Findings FINDINGS = new Findings();
    private static int bills;
    private static int visitsOfPhysicians;
    private static long allowed;
    private static int days;

    @BeforeAll
    static void readClaims() {
        Sweep.over(World.CLAIMS, World.POPULATION, COUNT, NursingClaimsTest::look);
    }

    static List<String> rules() {
        return FINDINGS.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule(String rule) {
        FINDINGS.assertHolds(rule);
    }

    private static void look(Claim claim) {
        Visit visit = claim.visit();
        if (visit == null || visit.rule().setting() != Setting.SKILLED_NURSING) {
            return;
        }
        if (claim.type() == ClaimType.PROFESSIONAL) {
            visitsOfPhysicians++;
            FINDINGS.expect(
                    "physicians see people in skilled nursing facilities at place 31",
                    "31".equals(String.valueOf(claim.placeOfService())),
                    claim);
            return;
        }
        bills++;
        FINDINGS.expect(
                "a skilled nursing facility bills for its stays with type 21",
                claim.billing().type().type().toString().equals("skilled_nursing")
                        && "21".equals(String.valueOf(claim.typeOfBill())),
                claim);
        FINDINGS.expect(
                "it is paid by the day and not by a DRG",
                claim.stay() != null && claim.stay().drg() == null,
                claim);
        FINDINGS.expect(
                "patients come from a hospital",
                Admission.of(visit).source().toString().equals("4"),
                claim);
        FINDINGS.expect(
                "a bill from admission to discharge is for the whole stay, and nobody is still"
                        + " there",
                claim.to() == visit.lastDay()
                        && !"30"
                                .equals(
                                        String.valueOf(
                                                Objects.requireNonNull(visit.discharge()).code())),
                claim);
        lookAtShare(claim, visit);
    }

    private static void lookAtShare(Claim claim, Visit visit) {
        boolean whole = claim.frequency() == ClaimFrequency.ORIGINAL;
        for (ClaimLine line : claim.lines()) {
            whole &= line.denial == null;
        }
        if (!whole || claim.coverage().type() != CoverageType.MEDICARE) {
            return;
        }
        long share = 0;
        for (ClaimLine line : claim.lines()) {
            share += line.member();
            if (claim.coverage().feeForService()) {
                allowed += line.allowed();
            }
        }
        days += claim.coverage().feeForService() ? visit.nights() : 0;
        int year = LocalDate.ofEpochDay(claim.from()).getYear();
        long most = Math.max(0, visit.nights() - 20) * DAILY.getOrDefault(year, 0L);
        FINDINGS.expect(
                "Medicare's members pay nothing for twenty days, then the amount of the year",
                claim.coverage().feeForService() ? share == most : share <= most,
                claim);
    }

    @Test
    void stays_areBilledByFacilitiesAndPhysicians() {
        assertThat(bills).isGreaterThan(200);
        assertThat(visitsOfPhysicians).isGreaterThan(150);
    }

    @Test
    void medicare_paysAboutWhatItDoesByTheDay() {
        assertThat(allowed / 100.0 / days).isBetween(460.0, 620.0);
    }
}
