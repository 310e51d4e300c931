package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report that can be ordered, of {@code codes/panels.yaml}.
 *
 * @param ordinal its position in the file
 * @param key in the file
 * @param kind where it comes from
 * @param name the LOINC name
 * @param loinc the LOINC code
 * @param specimen what is examined, or null for images and studies
 * @param fasting whether the specimen is taken fasting
 * @param turnaround hours from the specimen to the final report
 * @param results in the order of the report
 * @param conclusions of which one is given; none for most laboratory reports
 * @param findings conclusions that follow from results, the first that holds
 */
public record Panel(
        int ordinal,
        Text key,
        PanelKind kind,
        Text name,
        Text loinc,
        @Nullable Text specimen,
        boolean fasting,
        IntRange turnaround,
        List<PanelResult> results,
        List<Conclusion> conclusions,
        List<Finding> findings) {

    /** The conclusion of a key, or null. */
    public @Nullable Conclusion conclusion(String of) {
        for (Conclusion conclusion : conclusions) {
            if (conclusion.key().equals(of)) {
                return conclusion;
            }
        }
        return null;
    }

    /** What it says of a condition, or else of its category, or else where nothing is found. */
    public @Nullable Conclusion conclusionFor(String condition, String category) {
        Conclusion found = conclusion(condition);
        if (found == null) {
            found = conclusion(category);
        }
        return found == null ? conclusion(Conclusion.NORMAL) : found;
    }

    /** Two panels are the same when they have the same key. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Panel panel && panel.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
