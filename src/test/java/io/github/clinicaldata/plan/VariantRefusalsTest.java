package io.github.clinicaldata.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that leave nothing of what the variant of a format writes. */
class VariantRefusalsTest {
    private static GenerationPlan<?> plan(String kind, String... pairs) {
        return PlanRequests.PLANNER.plan(
                new PlanRequest(
                        kind,
                        PlanRequest.Shape.STREAM,
                        PlanRequests.parameters(pairs),
                        List.of(),
                        "ndjson",
                        format -> true,
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claims|transaction=837i|type=professional|institutional",
                "claims|format=x12|type=institutional|transaction=837p, which is the default",
                "claims|transaction=277|type=pharmacy|professional, institutional",
                "claims|resource=ExplanationOfBenefit|status=received|approved",
                "encounters|message=adt_a01|class=home,virtual|inpatient",
                "encounters|message=adt_a04|class=inpatient|ambulatory",
                "vaccines|format=hl7v2|status=missed|completed, refused",
                "providers|resource=Organization|entity_type=individual|organization",
                "members|resource=Coverage|coverage=uninsured|employer"
            })
    void aFilterThatLeavesNothingOfTheVariant_isRefusedByBothNames(
            String kind, String variant, String filter, String said) {
        PlanRejected refusal =
                catchThrowableOfType(PlanRejected.class, () -> plan(kind, variant, filter));
        assertThat(refusal).isInstanceOf(PlanRejected.InvalidValue.class);
        assertThat(refusal.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(filter.split("=", 2)[0]);
                            assertThat(problem.issue())
                                    .contains(filter.split("=", 2)[1], said)
                                    .contains(variant.startsWith("format") ? "=" : variant);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 2026-01-01, 2023 to 2025",
        "2026, 2026-01-01, 2023 to 2025",
        "2028, 2027-03-01, 2023 to 2027"
    })
    void aPlanYearThatThePopulationHasNot_isRefusedWithThoseThatItHas(
            String year, String asOf, String said) {
        PlanRejected refusal =
                catchThrowableOfType(
                        PlanRejected.class,
                        () -> plan("claims", "plan_year=" + year, "as_of=" + asOf));
        assertThat(refusal)
                .isInstanceOf(PlanRejected.InvalidValue.class)
                .hasMessageContaining("plan_year")
                .hasMessageContaining(year)
                .hasMessageContaining(said);
        assertThat(plan("claims", "plan_year=2023", "as_of=" + asOf)).isNotNull();
    }

    @Test
    void aFilterThatLeavesSome_isTaken() {
        assertThat(plan("claims", "transaction=837i", "type=professional,institutional"))
                .isNotNull();
        assertThat(plan("claims", "transaction=837i", "status=paid")).isNotNull();
        assertThat(plan("claims", "type=pharmacy")).isNotNull();
    }

    @Test
    void anOptionOfSeveralOtherFormats_isRefusedOnce_andNamesAllOfThem() {
        PlanRejected refusal =
                catchThrowableOfType(
                        PlanRejected.class,
                        () -> plan("claims", "format=csv", "resource=Claim", "count=1"));
        assertThat(refusal.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo("resource");
                            assertThat(problem.issue())
                                    .isEqualTo(
                                            "is a parameter of the format fhir and of fhir-bundle"
                                                    + " only, not of csv");
                        });
    }

    @Test
    void aCountBehindTheEnd_isToldWithTheSum() {
        assertThat(
                        catchThrowableOfType(
                                PlanRejected.class,
                                () -> plan("members", "offset=34359738366", "count=5")))
                .hasMessageContaining("34359738371")
                .hasMessageContaining("34359738368");
    }
}
