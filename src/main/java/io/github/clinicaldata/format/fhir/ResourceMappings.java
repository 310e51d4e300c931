package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.VariantNeeds;
import io.github.clinicaldata.format.Variants;
import io.github.clinicaldata.record.RecordKind;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The mappings that announced themselves. Immutable. */
@Singleton
public final class ResourceMappings {
    private final Variants<ResourceMapping<?>> mappings;

    /** Collects the mappings that announced themselves. */
    @Inject
    ResourceMappings(Instance<ResourceMapping<?>> mappings) {
        this((Iterable<ResourceMapping<?>>) mappings);
    }

    /** These mappings. */
    public ResourceMappings(Iterable<? extends ResourceMapping<?>> mappings) {
        this.mappings = new Variants<>("resource", "Type of FHIR resource.", mappings);
    }

    /** All of them. */
    public List<ResourceMapping<?>> all() {
        return mappings.all();
    }

    /** Those of a kind, the usual one first. */
    @SuppressWarnings("unchecked")
    public <R> List<ResourceMapping<R>> of(RecordKind<R> kind) {
        return mappings.of(kind).stream().map(mapping -> (ResourceMapping<R>) mapping).toList();
    }

    /** Those that write resources of a type. */
    public List<ResourceMapping<?>> of(ResourceType type) {
        return all().stream()
                .filter(mapping -> mapping.type() == type)
                .<ResourceMapping<?>>map(mapping -> mapping)
                .toList();
    }

    /** The option by which clients choose a mapping of a kind. */
    FormatOption option(RecordKind<?> kind) {
        return mappings.option(kind);
    }

    /** The mapping that a client has chosen for a kind. */
    @SuppressWarnings("unchecked")
    <R> ResourceMapping<R> chosen(RecordKind<R> kind, FormatOptions options) {
        return (ResourceMapping<R>) mappings.chosen(kind, options);
    }

    /** Which records of a kind the chosen mapping writes, or null for all. */
    <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        return mappings.selection(kind, options);
    }

    /** What filters can select of the records that the chosen mapping writes. */
    VariantNeeds needs(RecordKind<?> kind, FormatOptions options) {
        return mappings.needs(kind, options);
    }
}
