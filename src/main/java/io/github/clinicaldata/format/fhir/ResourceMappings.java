package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.record.RecordKind;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The mappings that announced themselves. Immutable. */
@Singleton
public final class ResourceMappings {
    private static final String RESOURCE = "resource";

    /** The usual one of a kind first, then by name. */
    private static final Comparator<ResourceMapping<?>> ORDER =
            Comparator.<ResourceMapping<?>, Boolean>comparing(mapping -> !mapping.usual())
                    .thenComparing(ResourceMapping::name);

    private final List<ResourceMapping<?>> mappings = new ArrayList<>();

    /** Collects the mappings that announced themselves. */
    @Inject
    ResourceMappings(Instance<ResourceMapping<?>> mappings) {
        mappings.forEach(this.mappings::add);
        this.mappings.sort(ORDER);
    }

    /** These mappings. */
    public ResourceMappings(List<? extends ResourceMapping<?>> mappings) {
        this.mappings.addAll(mappings);
        this.mappings.sort(ORDER);
    }

    /** All of them. */
    public List<ResourceMapping<?>> all() {
        return List.copyOf(mappings);
    }

    /** Those of a kind, the usual one first. */
    @SuppressWarnings("unchecked")
    public <R> List<ResourceMapping<R>> of(RecordKind<R> kind) {
        return mappings.stream()
                .filter(mapping -> mapping.kind().equals(kind.name()))
                .map(mapping -> (ResourceMapping<R>) mapping)
                .toList();
    }

    /** Those that write resources of a type. */
    public List<ResourceMapping<?>> of(ResourceType type) {
        return mappings.stream().filter(mapping -> mapping.type() == type).toList();
    }

    /** The option by which clients choose a mapping of a kind. */
    FormatOption option(RecordKind<?> kind) {
        return FormatOption.word(
                RESOURCE,
                "Type of FHIR resource.",
                of(kind).stream().map(ResourceMapping::name).toList());
    }

    /** The mapping that a client has chosen for a kind. */
    <R> ResourceMapping<R> chosen(RecordKind<R> kind, FormatOptions options) {
        String name = options.text(option(kind));
        return of(kind).stream()
                .filter(mapping -> mapping.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No resource " + name));
    }

    /** Which records of a kind the chosen mapping writes, or null for all. */
    <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        ResourceMapping<R> mapping = chosen(kind, options);
        return mapping.writesAll() ? null : mapping::writes;
    }
}
