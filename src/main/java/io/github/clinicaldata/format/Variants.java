package io.github.clinicaldata.format;

import io.github.clinicaldata.record.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The variants of a format, and the option by which clients choose among those of a kind.
 * Immutable.
 *
 * @param <V> the type of variant
 */
public final class Variants<V extends Variant<?>> {
    private final String option;
    private final String description;
    private final List<V> all;

    /**
     * Orders variants: the usual one of a kind first, then by name.
     *
     * @param option the name of the option
     * @param description what it chooses, in a sentence
     */
    public Variants(String option, String description, Iterable<? extends V> variants) {
        this.option = option;
        this.description = description;
        List<V> ordered = new ArrayList<>();
        variants.forEach(ordered::add);
        ordered.sort(
                Comparator.<V, Boolean>comparing(variant -> !variant.usual())
                        .thenComparing(Variant::name));
        all = List.copyOf(ordered);
    }

    /** Those of all kinds. */
    public List<V> all() {
        return all;
    }

    /** Those of a kind, the usual one first. */
    public List<V> of(RecordKind<?> kind) {
        return all.stream().filter(variant -> variant.kind().equals(kind.name())).toList();
    }

    /** The one of a name, of whatever kind. */
    public Optional<V> named(String name) {
        return all.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }

    /** The option by which clients choose one of a kind. */
    public FormatOption option(RecordKind<?> kind) {
        return FormatOption.word(
                option, description, of(kind).stream().map(Variant::name).toList());
    }

    /** The one that a client has chosen for a kind. */
    public V chosen(RecordKind<?> kind, FormatOptions options) {
        String name = options.text(option(kind));
        return of(kind).stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + option + " " + name));
    }

    /** Which records of a kind the chosen one writes, or null for all. */
    @SuppressWarnings("unchecked")
    public <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        Variant<R> variant = (Variant<R>) chosen(kind, options);
        return variant.writesAll() ? null : variant::writes;
    }

    /** What filters can select of the records that the chosen one writes. */
    public VariantNeeds needs(RecordKind<?> kind, FormatOptions options) {
        V variant = chosen(kind, options);
        return new VariantNeeds(option, variant.name(), variant.needs());
    }
}
