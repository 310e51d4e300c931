package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.FhirResources;
import io.github.clinicaldata.support.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reference of a claim, a coverage and the like leads to a resource of the population. */
class FinancialReferencesTest {
    private static final int RESOURCES = 300;
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    static Stream<ResourceMapping<?>> mappings() {
        return Stream.of(
                new ClaimMapping(),
                new CoverageEligibilityRequestMapping(),
                new CoverageEligibilityResponseMapping(),
                new CoverageMapping(),
                new ExplanationOfBenefitMapping(),
                new PaymentReconciliationMapping(),
                new DrugCoverageMapping(),
                new SecondaryCoverageMapping());
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void references_resolve(ResourceMapping<?> mapping) {
        FhirResources.each(
                mapping,
                World.POPULATION,
                RESOURCES,
                content -> {
                    Resource resource = content.structure();
                    List<Reference> references =
                            CONTEXT.newTerser()
                                    .getAllPopulatedChildElementsOfType(resource, Reference.class);
                    assertThat(references).hasSizeGreaterThan(2);
                    references.forEach(
                            reference ->
                                    assertThat(resolves(reference.getReference()))
                                            .as(
                                                    "%s of %s",
                                                    reference.getReference(), resource.getId())
                                            .isTrue());
                });
    }

    private static boolean resolves(String reference) {
        String typeName = reference.substring(0, reference.indexOf('/'));
        String id = reference.substring(typeName.length() + 1);
        if (typeName.equals("Encounter")) {
            return isThere(World.ENCOUNTERS, RecordId.parse(id).orElseThrow(), null);
        }
        if (id.startsWith("payer-")) {
            return typeName.equals("Organization") && PayerOrganizations.find(id).isPresent();
        }
        LogicalId logical = LogicalId.parse(id).orElseThrow();
        Optional<ResourceMapping<?>> mapping =
                World.RESOURCES.of(ResourceType.named(typeName).orElseThrow()).stream()
                        .filter(each -> each.suffix().equals(logical.suffix()))
                        .findFirst();
        RecordKind<?> kind = World.catalog().kind(mapping.orElseThrow().kind()).orElseThrow();
        return isThere(kind, logical.record(), mapping.get());
    }

    @SuppressWarnings("unchecked")
    private static <R> boolean isThere(
            RecordKind<R> kind, RecordId id, @Nullable ResourceMapping<?> any) {
        Population population = World.POPULATION;
        RecordId.Content content = id.content().orElseThrow();
        assertThat(content.kindCode()).isEqualTo(kind.code());
        assertThat(content.seed()).isEqualTo(population.seed());
        long index = kind.indexes().indexOf(population, content.index());
        R record = kind.generator().open(population).read(index);
        return record != null && (any == null || ((ResourceMapping<R>) any).writes(record));
    }
}
