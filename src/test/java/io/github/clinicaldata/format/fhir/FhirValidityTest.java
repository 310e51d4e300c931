package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.FhirValidation;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HAPI's validator finds no error in resources of any type. So many of each type are validated as
 * the system property {@code fhir.validated} says.
 */
class FhirValidityTest {
    private static final int VALIDATED = Integer.getInteger("fhir.validated", 100);
    private static final int TOGETHER = 50;

    static Stream<ResourceMapping<?>> mappings() {
        return World.RESOURCES.all().stream();
    }

    private static void assertValid(List<String> resources) {
        for (int from = 0; from < resources.size(); from += TOGETHER) {
            List<String> some =
                    resources.subList(from, Math.min(from + TOGETHER, resources.size()));
            assertThat(FhirValidation.errors(some)).as(some.get(0)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void resources_haveNoErrors(ResourceMapping<?> mapping) {
        List<String> resources = new ArrayList<>();
        FhirResources.each(
                mapping, World.POPULATION, VALIDATED, content -> resources.add(content.json()));
        assertThat(resources).hasSize(VALIDATED);
        assertValid(resources);
    }

    @Test
    void payers_haveNoErrors() {
        List<String> resources = new ArrayList<>();
        FhirResources.eachPayer(World.POPULATION, content -> resources.add(content.json()));
        assertValid(resources);
    }

    @Test
    void aWrongCode_isFound() {
        FhirResources.each(
                new PatientMapping(),
                World.POPULATION,
                1,
                content -> {
                    String wrong = content.json().replace("\"gender\":\"", "\"gender\":\"x");
                    assertThat(FhirValidation.errors(List.of(content.json(), wrong)))
                            .isNotEmpty()
                            .allMatch(error -> error.contains("entry[1]"));
                });
    }

    @Test
    void languages_areCodesOfBcp47() {
        SortedSet<String> languages = new TreeSet<>();
        var reader = World.MEMBERS.generator().open(World.POPULATION);
        for (long index = 0; index < 50_000; index++) {
            languages.add(reader.present(index).language().toString());
        }
        assertThat(languages).hasSizeGreaterThan(20).allMatch(FhirValidation::isLanguage);
        assertThat(FhirValidation.isLanguage("q9")).isFalse();
    }
}
