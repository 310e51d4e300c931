package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimFrequency;
import io.github.clinicaldata.record.claim.ClaimStatus;
import io.github.clinicaldata.record.claim.Decision;
import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.FhirValidation;
import io.github.clinicaldata.support.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.AdjudicationComponent;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.ExplanationOfBenefitStatus;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.ItemComponent;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.TotalComponent;
import org.junit.jupiter.api.Test;

/** Amounts of lines, totals and records balance to the cent. */
class BenefitAmountsTest {
    private static final int CLAIMS = 3_000;
    private static final ExplanationOfBenefitMapping MAPPING = new ExplanationOfBenefitMapping();

    private static void each(
            Population population, int count, BiConsumer<Claim, ExplanationOfBenefit> check) {
        RecordReader<Claim> reader = World.CLAIMS.generator().open(population);
        int met = 0;
        for (long index = 0; met < count; index++) {
            Claim claim = reader.read(index);
            if (claim != null && MAPPING.writes(claim)) {
                FhirResources.Content content = writer -> MAPPING.write(claim, population, writer);
                check.accept(claim, (ExplanationOfBenefit) content.structure());
                met++;
            }
        }
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }

    private static Map<String, Long> amounts(ItemComponent item) {
        Map<String, Long> amounts = new TreeMap<>();
        for (AdjudicationComponent each : item.getAdjudication()) {
            if (each.hasAmount()) {
                assertThat(each.getAmount().getCurrency()).isEqualTo("USD");
                amounts.put(
                        each.getCategory().getCodingFirstRep().getCode(),
                        cents(each.getAmount().getValue()));
            }
        }
        return amounts;
    }

    private static long of(Map<String, Long> amounts, String category) {
        return amounts.getOrDefault(category, 0L);
    }

    private static Map<String, Long> sums(ExplanationOfBenefit benefit) {
        Map<String, Long> sums = new TreeMap<>();
        benefit.getItem()
                .forEach(
                        item ->
                                amounts(item)
                                        .forEach(
                                                (key, cents) -> sums.merge(key, cents, Long::sum)));
        return sums;
    }

    private static Map<String, Long> totals(ExplanationOfBenefit benefit) {
        Map<String, Long> totals = new TreeMap<>();
        for (TotalComponent each : benefit.getTotal()) {
            totals.put(
                    each.getCategory().getCodingFirstRep().getCode(),
                    cents(each.getAmount().getValue()));
        }
        return totals;
    }

    @Test
    void items_balance() {
        long[] denied = new long[2];
        each(
                World.POPULATION,
                CLAIMS,
                (claim, benefit) -> {
                    for (ItemComponent item : benefit.getItem()) {
                        Map<String, Long> amounts = amounts(item);
                        boolean isDenied = of(amounts, "noncovered") != 0;
                        denied[isDenied ? 1 : 0]++;
                        long members =
                                of(amounts, "deductible")
                                        + of(amounts, "copay")
                                        + of(amounts, "coinsurance");
                        if (isDenied) {
                            assertThat(of(amounts, "noncovered"))
                                    .isEqualTo(of(amounts, "submitted"));
                            assertThat(of(amounts, "benefit")).isZero();
                            assertThat(members).isZero();
                        } else {
                            assertThat(of(amounts, "submitted"))
                                    .isEqualTo(of(amounts, "eligible") + of(amounts, "discount"));
                            assertThat(of(amounts, "eligible"))
                                    .isEqualTo(of(amounts, "benefit") + members);
                            assertThat(of(amounts, "memberliability")).isEqualTo(members);
                        }
                    }
                });
        assertThat(denied[0]).isGreaterThan(CLAIMS / 2);
        assertThat(denied[1]).isGreaterThan(100);
    }

    @Test
    void totals_areTheSumsOfItemsAndTheRecord() {
        int[] paid = new int[1];
        each(
                World.POPULATION,
                CLAIMS,
                (claim, benefit) -> {
                    Map<String, Long> totals = totals(benefit);
                    Decision decision = Objects.requireNonNull(claim.decision());
                    sums(benefit)
                            .forEach(
                                    (key, sum) ->
                                            assertThat(of(totals, key)).as(key).isEqualTo(sum));
                    assertThat(of(totals, "submitted")).isEqualTo(claim.charge());
                    assertThat(of(totals, "eligible")).isEqualTo(decision.allowed());
                    assertThat(of(totals, "deductible")).isEqualTo(decision.deductible());
                    assertThat(of(totals, "copay")).isEqualTo(decision.copay());
                    assertThat(of(totals, "coinsurance")).isEqualTo(decision.coinsurance());
                    assertThat(of(totals, "benefit")).isEqualTo(decision.paid());
                    assertThat(of(totals, "memberliability")).isEqualTo(decision.member());
                    if (benefit.hasPayment()) {
                        assertThat(cents(benefit.getPayment().getAmount().getValue()))
                                .isEqualTo(decision.paid());
                        paid[0]++;
                    }
                });
        assertThat(paid[0]).isGreaterThan(CLAIMS / 2);
    }

    @Test
    void denials_haveTheirBareReason() {
        int[] met = new int[1];
        each(
                World.POPULATION,
                CLAIMS,
                (claim, benefit) ->
                        benefit.getItem().stream()
                                .flatMap(item -> item.getAdjudication().stream())
                                .filter(each -> each.hasReason() && !each.hasAmount())
                                .filter(
                                        each ->
                                                each.getCategory()
                                                        .getCodingFirstRep()
                                                        .getCode()
                                                        .endsWith("reason"))
                                .forEach(
                                        each -> {
                                            met[0]++;
                                            assertThat(each.getReason().getText()).isNull();
                                            assertThat(each.getReason().getCoding())
                                                    .allSatisfy(
                                                            coding -> {
                                                                assertThat(coding.getSystem())
                                                                        .isNotEmpty();
                                                                assertThat(coding.getDisplay())
                                                                        .isNull();
                                                            });
                                        }));
        assertThat(met[0]).isGreaterThan(100);
    }

    @Test
    void claimsTakenBack_areCancelled_andTheirReversalsNegative() {
        int[] met = new int[2];
        each(
                World.POPULATION,
                CLAIMS * 2,
                (claim, benefit) -> {
                    boolean reversed = claim.status() == ClaimStatus.REVERSED;
                    assertThat(benefit.getStatus())
                            .isEqualTo(
                                    reversed
                                            ? ExplanationOfBenefitStatus.CANCELLED
                                            : ExplanationOfBenefitStatus.ACTIVE);
                    met[0] += reversed ? 1 : 0;
                    if (claim.frequency() == ClaimFrequency.VOID) {
                        met[1]++;
                        assertThat(of(totals(benefit), "submitted")).isNegative();
                        assertThat(benefit.getRelatedFirstRep().getClaim().getReference())
                                .isEqualTo("Claim/" + claim.original());
                    }
                });
        assertThat(met[0]).isPositive();
        assertThat(met[1]).isPositive();
    }

    @Test
    void claimsThatAreApproved_haveNoPaymentYet() {
        Population later =
                new Population(
                        42, World.EPOCH, LocalDate.of(2026, 3, 15), World.POPULATION.knobs());
        int[] met = new int[1];
        RecordReader<Claim> reader = World.CLAIMS.generator().open(later);
        long size = World.CLAIMS.indexes().size(later);
        for (long index = 0; index < Math.min(size, 40_000) && met[0] < 20; index++) {
            Claim claim = reader.read(index);
            if (claim != null && claim.status() == ClaimStatus.APPROVED) {
                met[0]++;
                FhirResources.Content content = writer -> MAPPING.write(claim, later, writer);
                ExplanationOfBenefit benefit = (ExplanationOfBenefit) content.structure();
                assertThat(benefit.hasPayment()).isFalse();
                assertThat(totals(benefit)).doesNotContainKey("paidtoprovider");
            }
        }
        assertThat(met[0]).isEqualTo(20);
    }

    @Test
    void faultyClaims_claimNoProfile_andAreValid() {
        Population faulty =
                new Population(
                        42,
                        World.EPOCH,
                        World.EPOCH,
                        new Knobs(new TreeMap<>(Map.of("invalid_share", "1"))));
        int[] met = new int[1];
        each(
                faulty,
                1_000,
                (claim, benefit) -> {
                    if (claim.fault() != null && met[0] < 40) {
                        met[0]++;
                        assertThat(benefit.getMeta().getProfile()).isEmpty();
                        FhirResources.Content content =
                                writer -> MAPPING.write(claim, faulty, writer);
                        assertThat(FhirValidation.errors(content.json())).isEmpty();
                    }
                });
        assertThat(met[0]).isEqualTo(40);
    }
}
