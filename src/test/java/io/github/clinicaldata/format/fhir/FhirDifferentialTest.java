package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes that a mapping writes and the structures that it builds are the same resource: HAPI
 * prints the structures as these bytes, and reads the bytes as these structures.
 */
class FhirDifferentialTest {
    private static final int RECORDS = 500;
    private static final LocalDate LATER = LocalDate.of(2027, 7, 31);
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    static Stream<ResourceMapping<?>> mappings() {
        return World.RESOURCES.all().stream();
    }

    private static void assertSame(FhirResources.Content content) {
        // a list is read as such and in its order, and nothing is passed over
        IParser parser = CONTEXT.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        String json = content.json();
        Resource structure = content.structure();
        assertThat(parser.encodeResourceToString(structure)).isEqualTo(json);
        Resource parsed = (Resource) parser.parseResource(json);
        assertThat(parsed.equalsDeep(structure)).as(json).isTrue();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void bytes_areWhatHapiPrintsOfTheStructures(ResourceMapping<?> mapping) {
        List<Population> populations =
                List.of(
                        World.POPULATION,
                        new Population(7, World.EPOCH, LATER, World.POPULATION.knobs()));
        for (Population population : populations) {
            FhirResources.each(mapping, population, RECORDS, FhirDifferentialTest::assertSame);
        }
    }

    @Test
    void payers_areTheSameInBytesAndStructures() {
        FhirResources.eachPayer(World.POPULATION, FhirDifferentialTest::assertSame);
    }
}
