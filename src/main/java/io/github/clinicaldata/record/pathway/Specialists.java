package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which practitioners do a procedure: {@code codes/performers.csv}. Immutable. */
public final class Specialists {
    private static final class Holder {
        static final Specialists STANDARD = new Specialists();
    }

    private final SortedMap<String, List<ProviderType>> byKey = new TreeMap<>();

    private Specialists() {
        ProviderDirectory directory = ProviderDirectory.standard();
        ReferenceTable.read("codes/performers.csv").stream()
                .forEach(
                        row ->
                                byKey.put(
                                        row.getField("procedure"),
                                        Arrays.stream(row.getField("performers").split("\\+"))
                                                .map(directory::type)
                                                .toList()));
    }

    /** Those of the product, read once. */
    public static Specialists standard() {
        return Holder.STANDARD;
    }

    /**
     * The types of practitioners that do a procedure or service of a key, the usual one first;
     * empty where whoever sees the patient does it.
     */
    public List<ProviderType> of(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** What there is an entry for, in order. */
    SortedSet<String> keys() {
        return new TreeSet<>(byKey.keySet());
    }
}
