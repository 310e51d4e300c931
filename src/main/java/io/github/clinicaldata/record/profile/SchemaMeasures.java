package io.github.clinicaldata.record.profile;

import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What every profile tells: how often the values of each coded field occur, and how amounts lie.
 * The fields of parts count too, but not those of other records that are only named.
 */
public final class SchemaMeasures {
    private static final SortedMap<String, Double> UNKNOWN =
            Collections.unmodifiableSortedMap(new TreeMap<>());

    /** Fields that tell nothing: always true. */
    private static final Set<String> LEFT_OUT = Set.of("synthetic");

    private SchemaMeasures() {}

    /** The measures of a record's fields, in their order. */
    public static <R> List<Measure<R>> of(RecordSchema<R> schema) {
        List<Measure<R>> measures = new ArrayList<>();
        add(schema, "", record -> record, measures);
        return measures;
    }

    private static <R, G> void add(
            RecordSchema<G> schema,
            String prefix,
            Function<R, @Nullable G> part,
            List<Measure<R>> measures) {
        for (Field<G> field : schema.fields()) {
            String name = prefix + field.name();
            if (LEFT_OUT.contains(name)) {
                continue;
            }
            if (field instanceof Field.CodeField<G> code) {
                measures.add(shares(name, field, part, each -> code(code.value().apply(each))));
            } else if (field instanceof Field.BooleanField<G> yes) {
                measures.add(
                        shares(name, field, part, each -> String.valueOf(yes.value().test(each))));
            } else if (field instanceof Field.DecimalField<G> decimal) {
                measures.add(amounts(name, decimal, part));
            } else if (field instanceof Field.GroupField<G, ?> group && prefix.isEmpty()) {
                addGroup(group, part, measures);
            }
        }
    }

    private static <R, G, P> void addGroup(
            Field.GroupField<G, P> group, Function<R, @Nullable G> part, List<Measure<R>> to) {
        boolean isOtherRecord =
                group.schema().fields().stream().anyMatch(field -> field instanceof Field.IdField);
        if (!isOtherRecord) {
            add(
                    group.schema(),
                    group.name() + ".",
                    record -> {
                        G of = part.apply(record);
                        return of == null ? null : group.value().apply(of);
                    },
                    to);
        }
    }

    private static @Nullable String code(@Nullable Coded coded) {
        return coded == null ? null : coded.code().toString();
    }

    private static <R, G> Measure<R> shares(
            String name,
            Field<G> field,
            Function<R, @Nullable G> part,
            Function<G, @Nullable String> value) {
        Function<R, @Nullable String> of =
                record -> {
                    G each = part.apply(record);
                    return each == null ? null : value.apply(each);
                };
        return new Measure<>(
                name, field.description(), null, null, population -> Shares.of(of, UNKNOWN));
    }

    private static <R, G> Measure<R> amounts(
            String name, Field.DecimalField<G> field, Function<R, @Nullable G> part) {
        ToLongFunction<R> of =
                record -> {
                    G each = part.apply(record);
                    return each == null || field.decimals().applyAsInt(each) != 2
                            ? Field.DecimalField.ABSENT
                            : field.value().applyAsLong(each);
                };
        return new Measure<>(
                name, field.description(), null, null, population -> new Amounts<>(of, 100));
    }
}
