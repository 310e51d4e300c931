package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.FhirValidation;
import io.github.clinicaldata.support.ValidatedResources;
import io.github.clinicaldata.support.World;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HAPI's validator finds no error in resources of any type. So many of each mapping are validated
 * as the system property {@code fhir.validated} says, some together, so that memory does not grow
 * with it; how long each took is logged.
 */
class FhirValidityTest {
    private static final int VALIDATED = Integer.getInteger("fhir.validated", 100);
    private static final Logger LOG = Logger.getLogger(FhirValidityTest.class);

    static Stream<ResourceMapping<?>> mappings() {
        return World.RESOURCES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void resources_haveNoErrors(ResourceMapping<?> mapping) {
        ValidatedResources validated = new ValidatedResources();
        long start = System.nanoTime();
        FhirResources.each(mapping, World.POPULATION, VALIDATED, validated);
        assertThat(validated.end()).isEqualTo(VALIDATED);
        LOG.infof(
                "%d resources of %s have no errors, in %d s",
                VALIDATED,
                mapping.getClass().getSimpleName(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    @Test
    void payers_haveNoErrors() {
        ValidatedResources validated = new ValidatedResources();
        FhirResources.eachPayer(World.POPULATION, validated);
        assertThat(validated.end()).isPositive();
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
