package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Sex;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A code of ICD-10-PCS for a procedure, of {@code codes/procedures.csv}.
 *
 * @param key the procedure; several codes can have the same
 * @param code seven characters
 * @param name in words of our own
 * @param sex whom it is limited to, or null
 * @param ages whom it is limited to
 * @param operatingRoom whether it is done in an operating room
 * @param weight how often it is chosen among those of its key
 * @param bodySite where on the body, in words of our own, or null
 * @param diagnosisWords of which a diagnosis that the code belongs to has one; empty for any
 * @param tissue what must be taken out at the visit for the code to be right, or null for whatever
 * @param minutes how long it usually takes
 */
public record Procedure(
        String key,
        Text code,
        Text name,
        @Nullable Sex sex,
        IntRange ages,
        boolean operatingRoom,
        double weight,
        @Nullable Text bodySite,
        List<String> diagnosisWords,
        @Nullable Tissue tissue,
        IntRange minutes) {
    private static final class Holder {
        static final List<Procedure> ALL =
                ReferenceTable.read("codes/procedures.csv").stream()
                        .map(
                                row ->
                                        new Procedure(
                                                row.getField("procedure"),
                                                Rows.text(row, "icd10pcs"),
                                                Rows.text(row, "name"),
                                                row.getField("sex").isEmpty()
                                                        ? null
                                                        : Sex.valueOf(
                                                                row.getField("sex")
                                                                        .toUpperCase(Locale.ROOT)),
                                                new IntRange(
                                                        (int) Rows.number(row, "age_from", 0),
                                                        (int) Rows.number(row, "age_to", 130)),
                                                Rows.flag(row, "operating_room"),
                                                ReferenceTable.number(row, "weight"),
                                                Rows.textOrNull(row, "body_site"),
                                                words(row.getField("diagnosis_words")),
                                                row.getField("tissue").isEmpty()
                                                        ? null
                                                        : Tissue.of(row.getField("tissue")),
                                                new IntRange(
                                                        ReferenceTable.integer(row, "minutes_low"),
                                                        ReferenceTable.integer(
                                                                row, "minutes_high"))))
                        .toList();
    }

    private static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split("\\+"));
    }

    /**
     * The codes of a procedure.
     *
     * @throws IllegalStateException when there is none
     */
    public static List<Procedure> of(String key) {
        List<Procedure> codes = Holder.ALL.stream().filter(each -> each.key.equals(key)).toList();
        if (codes.isEmpty()) {
            throw new IllegalStateException("procedures.csv lacks " + key);
        }
        return codes;
    }

    /** All codes in the order of the table. */
    public static List<Procedure> all() {
        return Holder.ALL;
    }

    /** Whether somebody can have it. */
    public boolean fits(Sex of, int age) {
        return (sex == null || sex == of) && ages.contains(age);
    }
}
