package io.github.clinicaldata.record.code;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Sex;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The diagnosis codes of {@code codes/icd10cm.csv}. Immutable. */
public final class Diagnoses {
    private static final IntRange ANY_AGE = new IntRange(0, 130);

    private static final class Holder {
        static final Diagnoses STANDARD = new Diagnoses();
    }

    private final SortedMap<String, Diagnosis> byCode = new TreeMap<>();

    private Diagnoses() {
        ReferenceTable.read("codes/icd10cm.csv").stream()
                .forEach(row -> byCode.put(row.getField("code"), diagnosis(row)));
    }

    private static Diagnosis diagnosis(NamedCsvRecord row) {
        return new Diagnosis(
                Text.of(row.getField("code")),
                Text.of(row.getField("description")),
                sex(row.getField("sex")),
                new IntRange(
                        bound(row.getField("age_from"), ANY_AGE.low()),
                        bound(row.getField("age_to"), ANY_AGE.high())));
    }

    private static @Nullable Sex sex(String value) {
        return switch (value) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            default -> null;
        };
    }

    private static int bound(String value, int otherwise) {
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }

    /** The codes of the product, read once. */
    public static Diagnoses standard() {
        return Holder.STANDARD;
    }

    /** A code with its dot. */
    public Optional<Diagnosis> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * A code that must exist.
     *
     * @throws IllegalStateException when the table lacks it
     */
    public Diagnosis get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("icd10cm.csv lacks " + code));
    }

    /** All codes in their order. */
    public Collection<Diagnosis> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }
}
