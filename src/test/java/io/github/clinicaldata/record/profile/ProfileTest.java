package io.github.clinicaldata.record.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shape reports count what there is, and what is expected lies near it. */
class ProfileTest {
    static List<RecordKind<?>> kinds() {
        return World.KINDS;
    }

    private static <R> List<Profile.Finding> profile(RecordKind<R> kind, int count) {
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        Profile<R> profile = new Profile<>(kind, World.POPULATION);
        for (long index = 0; index < count; index++) {
            profile.add(reader.present(index));
        }
        double block = kind.indexes().block(World.POPULATION);
        return profile.findings(new Sample(World.POPULATION, count, count / block * 64, 3));
    }

    private static Outcome find(List<Profile.Finding> findings, String name) {
        return findings.stream()
                .filter(finding -> finding.measure().name().equals(name))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sharesOfAField_addUpToOne(RecordKind<?> kind) {
        int fields = 0;
        for (Profile.Finding finding : profile(kind, 500)) {
            List<Outcome.Row> rows = finding.outcome().rows();
            boolean isField = finding.measure().source() == null && !rows.isEmpty();
            if (isField) {
                fields++;
                assertThat(rows.stream().mapToDouble(Outcome.Row::share).sum())
                        .as(finding.measure().name())
                        .isCloseTo(1, within(1e-4));
                assertThat(rows.stream().mapToLong(Outcome.Row::count).sum())
                        .as(finding.measure().name())
                        .isBetween(1L, 500L);
            }
        }
        assertThat(fields).isPositive();
    }

    @Test
    void theAgePyramid_followsTheCensus() {
        for (Outcome.Row row : find(profile(World.MEMBERS, 200_000), "age_pyramid").rows()) {
            assertThat(row.share()).as(row.value()).isCloseTo(row.expected(), within(0.004));
        }
    }

    @Test
    void denials_followTheirTable() {
        for (Outcome.Row row : find(profile(World.CLAIMS, 200_000), "denied").rows()) {
            if (row.count() > 3_000) {
                assertThat(row.share()).as(row.value()).isCloseTo(row.expected(), within(0.03));
            }
        }
    }

    @Test
    void commonConditions_areNearTheirPrevalence() {
        int slots = (int) World.CONDITIONS.indexes().block(World.POPULATION);
        List<Outcome.Row> rows =
                find(profile(World.CONDITIONS, 1_000 * slots), "prevalence").rows();
        assertThat(rows).hasSizeGreaterThan(60);
        for (Outcome.Row row : rows) {
            if (row.expected() != null && row.expected() > 0.05) {
                assertThat(row.share() / row.expected()).as("%s", row).isBetween(0.75, 1.3);
            }
        }
    }

    @Test
    void costsOfAMember_areThoseOfItsClaims() {
        int slots = (int) World.CLAIMS.indexes().block(World.POPULATION);
        List<Profile.Finding> findings = profile(World.CLAIMS, 300 * slots);
        Double allowed = find(findings, "allowed_per_member_year").value();
        Double paid = find(findings, "paid_per_member_year").value();
        assertThat(allowed).isNotNull().isBetween(2_000.0, 15_000.0);
        assertThat(paid).isNotNull().isBetween(1_000.0, allowed);
    }

    @Test
    void percentiles_areThoseOfTheNumbers() {
        LongFunction<Long> number = value -> value == 0 ? Long.MIN_VALUE : value;
        Amounts<Long> amounts = new Amounts<>(value -> number.apply(value), 1);
        for (long value = 100; value >= 0; value--) {
            amounts.add(value);
        }
        Outcome.Percentiles found =
                amounts.outcome(new Sample(World.POPULATION, 101, 0, 3)).percentiles();
        assertThat(found)
                .isEqualTo(new Outcome.Percentiles(100, 50.5, 1, 5, 25, 50, 75, 95, 99, 100));
    }
}
