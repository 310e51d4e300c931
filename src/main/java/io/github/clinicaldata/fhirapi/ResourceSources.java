package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.format.fhir.ResourceMapping;
import io.github.clinicaldata.format.fhir.ResourceMappings;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The sources of all resources, from the kinds and mappings that announced themselves. */
@Singleton
public final class ResourceSources {
    private final Catalog catalog;
    private final List<ResourceSource<?>> all;

    ResourceSources(Catalog catalog, ResourceMappings mappings) {
        this.catalog = catalog;
        all =
                catalog.kinds().stream()
                        .<ResourceSource<?>>flatMap(kind -> of(kind, mappings).stream())
                        .sorted(
                                Comparator.<ResourceSource<?>, ResourceType>comparing(
                                                source -> source.mapping().type())
                                        .thenComparing(source -> source.mapping().name())
                                        .thenComparing(source -> source.kind().name()))
                        .toList();
    }

    private static <R> List<ResourceSource<R>> of(RecordKind<R> kind, ResourceMappings mappings) {
        return mappings.of(kind).stream()
                .map((ResourceMapping<R> mapping) -> new ResourceSource<>(kind, mapping))
                .toList();
    }

    /** All sources, those of a type beside each other. */
    public List<ResourceSource<?>> all() {
        return all;
    }

    /** The sources of a type. */
    public List<ResourceSource<?>> of(ResourceType type) {
        return all.stream().filter(source -> source.mapping().type() == type).toList();
    }

    /** The types that are served. */
    public List<ResourceType> types() {
        return all.stream().map(source -> source.mapping().type()).distinct().toList();
    }

    /**
     * The type of a name.
     *
     * @throws FhirProblem when it is not served
     */
    public ResourceType type(String name) {
        return ResourceType.named(name)
                .filter(type -> types().contains(type))
                .orElseThrow(
                        () ->
                                FhirProblem.notFound(
                                        "There are no resources of the type \""
                                                + shown(name)
                                                + "\" here; there are "
                                                + names()));
    }

    private String names() {
        return String.join(", ", types().stream().map(ResourceType::typeName).toList());
    }

    /** A text of a client, at most so long that it can be shown. */
    public static String shown(String given) {
        return given.length() > 60 ? given.substring(0, 60) + "…" : given;
    }

    /** The kind of patients. */
    public RecordKind<?> patients() {
        return of(ResourceType.PATIENT).get(0).kind();
    }

    /** The catalog. */
    public Catalog catalog() {
        return catalog;
    }

    /** All kinds; resources of one may lead to records of any. */
    public Collection<RecordKind<?>> kinds() {
        return catalog.kinds();
    }

    /** How many resources of a type stem from no record. */
    static int fixed(ResourceType type) {
        return type == ResourceType.ORGANIZATION ? PayerOrganizations.all().size() : 0;
    }
}
