package io.github.clinicaldata.record.allergy;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How allergies show: {@code codes/reactions.csv}. Immutable. */
final class Reactions {
    private static final Severity[] SEVERITIES = Severity.values();

    /** Shares of allergies with one, two and three reactions on record; approximate. */
    private static final AliasTable COUNTS = AliasTable.of(0.62, 0.28, 0.10);

    /** Draws for a second or third reaction that come out as one before are dropped. */
    private final List<List<AllergyReaction>> reactions = new ArrayList<>();

    private final boolean[] severeOnly;
    private final AliasTable[] anySeverity;
    private final AliasTable[] notSevere;

    Reactions() {
        List<NamedCsvRecord> rows = ReferenceTable.read("codes/reactions.csv").rows();
        severeOnly = new boolean[rows.size()];
        for (NamedCsvRecord row : rows) {
            severeOnly[reactions.size()] = Boolean.parseBoolean(row.getField("severe"));
            reactions.add(
                    Arrays.stream(SEVERITIES)
                            .map(
                                    severity ->
                                            new AllergyReaction(
                                                    Text.of(row.getField("name")),
                                                    severity,
                                                    Allergens.orNull(row.getField("icd10cm"))))
                            .toList());
        }
        anySeverity = weights(rows, true);
        notSevere = weights(rows, false);
    }

    private AliasTable[] weights(List<NamedCsvRecord> rows, boolean severe) {
        return Arrays.stream(AllergenCategory.values())
                .map(
                        category -> {
                            double[] weights = new double[rows.size()];
                            for (int i = 0; i < weights.length; i++) {
                                weights[i] =
                                        severeOnly[i] && !severe
                                                ? 0
                                                : number(rows.get(i), "weight_" + category.code());
                            }
                            return AliasTable.of(weights);
                        })
                .toArray(AliasTable[]::new);
    }

    /**
     * Draws reactions.
     *
     * @param severity of the main one; none of the others is worse
     * @return one to three, each once, the main one first
     */
    List<AllergyReaction> pick(AllergenCategory category, Severity severity, RandomStream stream) {
        AliasTable weights =
                (severity == Severity.SEVERE ? anySeverity : notSevere)[category.ordinal()];
        int first = weights.pick(stream);
        int count = 1 + COUNTS.pick(stream);
        AllergyReaction main = reactions.get(first).get(severity.ordinal());
        if (count == 1) {
            return List.of(main);
        }
        List<AllergyReaction> picked = new ArrayList<>(count);
        picked.add(main);
        int taken = 1 << first;
        for (int i = 1; i < count; i++) {
            int next = weights.pick(stream);
            int lesser = stream.nextInt(severity.ordinal() + 1);
            if ((taken & 1 << next) == 0) {
                taken |= 1 << next;
                picked.add(reactions.get(next).get(severeOnly[next] ? severity.ordinal() : lesser));
            }
        }
        return List.copyOf(picked);
    }
}
