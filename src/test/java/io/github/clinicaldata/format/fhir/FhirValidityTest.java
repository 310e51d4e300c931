package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.FhirValidation;
import io.github.clinicaldata.support.World;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HAPI's validator finds no error in resources of any type. So many of each type are validated as
 * the system property {@code fhir.validated} says.
 */
class FhirValidityTest {
    private static final int VALIDATED = Integer.getInteger("fhir.validated", 60);

    static Stream<ResourceMapping<?>> mappings() {
        return World.RESOURCES.all().stream();
    }

    private static void assertValid(FhirResources.Content content) {
        String json = content.json();
        assertThat(FhirValidation.errors(json)).as(json).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void resources_haveNoErrors(ResourceMapping<?> mapping) {
        FhirResources.each(mapping, World.POPULATION, VALIDATED, FhirValidityTest::assertValid);
    }

    @Test
    void payers_haveNoErrors() {
        FhirResources.eachPayer(World.POPULATION, FhirValidityTest::assertValid);
    }

    @Test
    void aWrongCode_isFound() {
        FhirResources.each(
                new PatientMapping(),
                World.POPULATION,
                1,
                content -> {
                    String wrong = content.json().replace("\"gender\":\"", "\"gender\":\"x");
                    assertThat(FhirValidation.errors(wrong)).isNotEmpty();
                });
    }
}
