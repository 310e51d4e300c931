package io.github.clinicaldata.record.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What testers turn, and what they may not. */
class ClaimKnobsTest {
    private static final int COUNT = 30_000;

    private static Population with(String knob, String value) {
        return new Population(
                42, World.EPOCH, World.EPOCH, new Knobs(new TreeMap<>(Map.of(knob, value))));
    }

    @Test
    void denialShare_isThatOfTheKnob() {
        for (double share : new double[] {0, 0.3, 1}) {
            int[] denied = new int[2];
            Sweep.over(
                    World.CLAIMS,
                    with("denial_share", String.valueOf(share)),
                    COUNT,
                    claim -> {
                        boolean original = claim.frequency() == ClaimFrequency.ORIGINAL;
                        denied[0] += original ? 1 : 0;
                        denied[1] += original && claim.settlement().denial() != null ? 1 : 0;
                    });
            assertThat(denied[1] / (double) denied[0]).isCloseTo(share, within(0.01));
        }
    }

    @Test
    void invalidShare_marksEachFaultAndBreaksJustThat() {
        Map<ClaimFault, Integer> faults = new TreeMap<>();
        Sweep.over(
                World.CLAIMS,
                with("invalid_share", "0.2"),
                COUNT,
                claim -> {
                    ClaimFault fault = claim.fault();
                    if (fault != null) {
                        faults.merge(fault, 1, Integer::sum);
                    }
                    boolean noDiagnosis =
                            claim.type() != ClaimType.PHARMACY && claim.diagnoses().isEmpty();
                    assertThat(noDiagnosis && fault != ClaimFault.DIAGNOSIS_MISSING).isFalse();
                    long sum = claim.lines().stream().mapToLong(ClaimLine::charge).sum();
                    assertThat(claim.charge() != sum).isEqualTo(fault == ClaimFault.TOTAL_WRONG);
                    assertThat(claim.to() > claim.received())
                            .isEqualTo(fault == ClaimFault.SERVICE_AFTER_RECEIPT);
                    assertThat(claim.billingNpi() != claim.billing().npi())
                            .isEqualTo(fault == ClaimFault.NPI_WRONG);
                });
        assertThat(faults.keySet()).containsExactly(ClaimFault.values());
        int all = faults.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all / (double) COUNT).isCloseTo(0.2, within(0.01));
    }

    @Test
    void forcedCodes_standOnEveryMedicalClaim() {
        Sweep.over(
                World.CLAIMS,
                with("diagnosis", "E11.9"),
                5_000,
                claim ->
                        assertThat(
                                        claim.type() == ClaimType.PHARMACY
                                                || claim.diagnoses()
                                                        .get(0)
                                                        .diagnosis()
                                                        .code()
                                                        .equals(Text.of("E11.9")))
                                .isTrue());
        Sweep.over(
                World.CLAIMS,
                with("service_code", "99213"),
                5_000,
                claim ->
                        assertThat(
                                        claim.type() == ClaimType.PHARMACY
                                                || Text.of("99213")
                                                        .equals(
                                                                claim.lines()
                                                                        .get(0)
                                                                        .procedureCode()))
                                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "denial_share,1.1",
        "denial_share,-0.1",
        "denial_share,many",
        "denial_share,NaN",
        "invalid_share,2",
        "diagnosis,diabetes",
        "diagnosis,E11.99999",
        "service_code,992",
        "service_code,g0439"
    })
    void valuesThatMakeNoSense_areRefused(String knob, String value) {
        assertThat(ClaimKnobs.ALL)
                .filteredOn(each -> each.name().equals(knob))
                .allSatisfy(each -> assertThat(each.parser().apply(value)).isEmpty())
                .hasSize(1);
    }
}
