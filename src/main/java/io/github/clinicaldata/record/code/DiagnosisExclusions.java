package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.List;

/** Which diagnoses one claim does not carry together: {@code codes/diagnosis-exclusions.csv}. */
public final class DiagnosisExclusions {
    private static final int CATEGORY = 3;
    private static final int LETTERS = 26;

    private static final class Holder {
        static final DiagnosisExclusions STANDARD = new DiagnosisExclusions();
    }

    private record Pair(Text one, Text other) {}

    /** The pairs by the first letter of the first of two codes; each pair stands in both orders. */
    private final List<List<Pair>> byLetter = new ArrayList<>();

    private DiagnosisExclusions() {
        for (int i = 0; i < LETTERS; i++) {
            byLetter.add(new ArrayList<>());
        }
        for (var row : ReferenceTable.read("codes/diagnosis-exclusions.csv").rows()) {
            Text one = Rows.text(row, "one");
            Text other = Rows.text(row, "other");
            add(one, other);
            add(other, one);
        }
    }

    private void add(Text one, Text other) {
        byLetter.get(one.byteAt(0) - 'A').add(new Pair(one, other));
    }

    /** The exclusions of the product, read once. */
    public static DiagnosisExclusions standard() {
        return Holder.STANDARD;
    }

    /** Whether two diagnoses are not listed together; also those of the same category are not. */
    public boolean exclude(Diagnosis one, Diagnosis other) {
        Text code = one.code();
        Text otherCode = other.code();
        if (startTheSame(code, otherCode, CATEGORY)) {
            return true;
        }
        List<Pair> pairs = byLetter.get(code.byteAt(0) - 'A');
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (startsWith(code, pair.one) && startsWith(otherCode, pair.other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(Text text, Text start) {
        return text.length() >= start.length() && startTheSame(text, start, start.length());
    }

    private static boolean startTheSame(Text one, Text other, int length) {
        for (int i = 0; i < length; i++) {
            if (one.byteAt(i) != other.byteAt(i)) {
                return false;
            }
        }
        return true;
    }
}
