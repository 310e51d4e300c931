package io.github.clinicaldata.plan;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordRelations;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every kind and every format that announced itself, in the order of their names. */
@Singleton
public final class Catalog {
    private final SortedMap<String, RecordKind<?>> kinds = new TreeMap<>();
    private final Map<Integer, RecordKind<?>> kindsByCode = new TreeMap<>();
    private final SortedMap<String, RecordFormat> formats = new TreeMap<>();
    private final List<RecordRelations> relations = new ArrayList<>();

    /** Collects the beans. */
    @Inject
    Catalog(
            Instance<RecordKind<?>> kinds,
            Instance<RecordFormat> formats,
            Instance<RecordRelations> relations) {
        this((Iterable<RecordKind<?>>) kinds, formats, relations);
    }

    /**
     * A catalog of these kinds, formats and relations between kinds.
     *
     * @throws IllegalStateException when two share a name or a code
     */
    public Catalog(
            Iterable<? extends RecordKind<?>> kinds,
            Iterable<RecordFormat> formats,
            Iterable<? extends RecordRelations> relations) {
        relations.forEach(this.relations::add);
        for (RecordKind<?> kind : kinds) {
            if (this.kinds.put(kind.name(), kind) != null
                    || kind.code() < 1
                    || kind.code() > RecordId.MAX_KIND
                    || kindsByCode.put(kind.code(), kind) != null) {
                throw new IllegalStateException("Two kinds share " + kind.name() + " or its code");
            }
        }
        for (RecordFormat format : formats) {
            if (this.formats.put(format.name(), format) != null) {
                throw new IllegalStateException("Two formats are called " + format.name());
            }
        }
    }

    /** All kinds. */
    public Collection<RecordKind<?>> kinds() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    /** All formats. */
    public Collection<RecordFormat> formats() {
        return Collections.unmodifiableCollection(formats.values());
    }

    /** The kind of a name. */
    public Optional<RecordKind<?>> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The kind of a code in an id. */
    public Optional<RecordKind<?>> kind(int code) {
        return Optional.ofNullable(kindsByCode.get(code));
    }

    /** The ways from the records of a kind to others, in the order of their names. */
    public List<RecordRelation> relations(RecordKind<?> kind) {
        return Stream.concat(
                        kind.relations().stream(),
                        relations.stream()
                                .filter(each -> each.from().equals(kind.name()))
                                .flatMap(each -> each.relations().stream()))
                .sorted(Comparator.comparing(RecordRelation::name))
                .toList();
    }

    /** The format of a name. */
    public Optional<RecordFormat> format(String name) {
        return Optional.ofNullable(formats.get(name));
    }

    /** The media types of all formats, that of one of them first. */
    public List<String> mediaTypes(String first) {
        return Stream.concat(format(first).stream(), formats.values().stream())
                .map(RecordFormat::mediaType)
                .distinct()
                .toList();
    }

    /** The format of a media type, whatever its case. */
    public Optional<RecordFormat> formatOfMediaType(String mediaType) {
        return formats.values().stream()
                .filter(
                        format ->
                                format.mediaType().equalsIgnoreCase(mediaType)
                                        || format.otherMediaTypes().stream()
                                                .anyMatch(mediaType::equalsIgnoreCase))
                .findFirst();
    }

    /** The formats that can write a kind. */
    public List<RecordFormat> formats(RecordKind<?> kind) {
        return formats.values().stream().filter(format -> format.supports(kind)).toList();
    }
}
