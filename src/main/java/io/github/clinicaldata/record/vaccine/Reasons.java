package io.github.clinicaldata.record.vaccine;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;
import java.util.Locale;

/** The reasons of {@code codes/vaccine-reasons.csv}. Immutable. */
final class Reasons {
    private static final class Holder {
        static final Reasons STANDARD = new Reasons();
    }

    private final List<Reason> all =
            ReferenceTable.read("codes/vaccine-reasons.csv").stream()
                    .map(
                            row ->
                                    new Reason(
                                            Reason.Kind.valueOf(
                                                    row.getField("kind").toUpperCase(Locale.ROOT)),
                                            Text.of(row.getField("code")),
                                            Text.of(row.getField("reason")),
                                            number(row, "weight"),
                                            row.getField("applies"),
                                            IntRange.parse(row.getField("ages")),
                                            integer(row, "dose_from")))
                    .toList();

    private Reasons() {}

    /** The reasons of the product's own table, read once. */
    static Reasons standard() {
        return Holder.STANDARD;
    }

    /**
     * A reason of a kind that fits, by weight.
     *
     * @param age in whole years
     * @param number of the dose
     */
    Reason pick(Reason.Kind kind, Product product, int age, int number, RandomStream stream) {
        double sum = 0;
        for (Reason reason : all) {
            sum += reason.fits(kind, product, age, number) ? reason.weight() : 0;
        }
        double wanted = stream.nextDouble() * sum;
        Reason found = null;
        for (Reason reason : all) {
            if (reason.fits(kind, product, age, number)) {
                found = reason;
                wanted -= reason.weight();
                if (wanted < 0) {
                    break;
                }
            }
        }
        if (found == null) {
            throw new IllegalStateException("No reason of the kind " + kind + " at age " + age);
        }
        return found;
    }
}
