package io.github.clinicaldata.record.place;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.TextBuilder;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.WeightedTexts;
import io.github.clinicaldata.record.random.RandomStream;
import org.jspecify.annotations.Nullable;

/** Street lines from the names, suffixes and unit designators of {@code weights/streets.csv}. */
public final class Streets {
    private static final class Holder {
        static final Streets STANDARD = new Streets();
    }

    private static final Text SUITE = Text.of("Ste");
    private static final int[] HOUSE_NUMBER_LIMITS = {99, 999, 999, 4999, 9999, 12999};

    private final WeightedTexts names;
    private final WeightedTexts suffixes;
    private final WeightedTexts units;

    private Streets() {
        ReferenceTable table = ReferenceTable.read("weights/streets.csv");
        names = ofKind(table, "name");
        suffixes = ofKind(table, "suffix");
        units = ofKind(table, "unit");
    }

    private static WeightedTexts ofKind(ReferenceTable table, String kind) {
        return WeightedTexts.of(
                table.stream().filter(row -> row.getField("kind").equals(kind)).toList(),
                row -> row.getField("value"),
                row -> number(row, "weight"));
    }

    /** The streets of the product's own table, read once. */
    public static Streets standard() {
        return Holder.STANDARD;
    }

    /** A house number, street name and suffix. */
    public Text line1(RandomStream stream, TextBuilder builder) {
        int limit = HOUSE_NUMBER_LIMITS[stream.nextInt(HOUSE_NUMBER_LIMITS.length)];
        builder.start().append(stream.between(1, limit)).append(' ');
        return builder.append(names.pick(stream)).append(' ').append(suffixes.pick(stream)).build();
    }

    /**
     * An apartment, such as {@code Apt 12}, or null.
     *
     * @param share how many homes have one, 0 to 1
     */
    public @Nullable Text apartment(RandomStream stream, TextBuilder builder, double share) {
        return stream.chance(share) ? unit(units.pick(stream), stream, builder) : null;
    }

    /**
     * A suite, such as {@code Ste 210}, or null.
     *
     * @param share how many offices have one, 0 to 1
     */
    public @Nullable Text suite(RandomStream stream, TextBuilder builder, double share) {
        return stream.chance(share) ? unit(SUITE, stream, builder) : null;
    }

    private static Text unit(Text designator, RandomStream stream, TextBuilder builder) {
        int floor = stream.chance(0.5) ? 0 : 100 * stream.between(1, 12);
        builder.start().append(designator).append(' ');
        return builder.append(floor + stream.between(1, 24)).build();
    }
}
