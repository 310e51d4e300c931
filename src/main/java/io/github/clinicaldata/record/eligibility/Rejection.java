package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import io.github.clinicaldata.record.random.AliasTable;
import java.util.List;

/**
 * Why a question is not answered, a row of {@code weights/rejections.csv}.
 *
 * @param code bare reject reason code
 * @param key in words of our own
 * @param ofDependents whether it is said of dependents only
 */
public record Rejection(Text code, Text key, boolean ofDependents) {
    private static final class Holder {
        static final List<Rejection> ALL =
                ReferenceTable.read("weights/rejections.csv").stream()
                        .map(
                                row ->
                                        new Rejection(
                                                Rows.text(row, "code"),
                                                Rows.text(row, "key"),
                                                row.getField("level").equals("dependent")))
                        .toList();
        static final AliasTable WEIGHTS =
                AliasTable.of(
                        ReferenceTable.read("weights/rejections.csv").stream()
                                .mapToDouble(row -> ReferenceTable.number(row, "weight"))
                                .toArray());
    }

    /** All reasons in the order of the file. */
    public static List<Rejection> all() {
        return Holder.ALL;
    }

    /**
     * A reason by its weight. One of dependents is said of a subscriber as that of subscribers.
     *
     * @param bits 64 uniform bits
     */
    static Rejection pick(long bits, boolean dependent) {
        Rejection picked = Holder.ALL.get(Holder.WEIGHTS.pick(bits));
        return picked.ofDependents && !dependent ? ofSubscriber(picked) : picked;
    }

    private static Rejection ofSubscriber(Rejection rejection) {
        String key =
                switch (rejection.key.toString()) {
                    case "patient-number-wrong" -> "member-number-wrong";
                    case "patient-name-wrong" -> "member-name-wrong";
                    case "patient-number-duplicate" -> "member-number-duplicate";
                    default -> "member-not-found";
                };
        return Holder.ALL.stream()
                .filter(each -> each.key.toString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
