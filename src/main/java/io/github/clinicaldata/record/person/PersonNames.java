package io.github.clinicaldata.record.person;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.WeightedTexts;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Given names by sex and decade of birth ({@code weights/given-names.csv}) and surnames by origin
 * ({@code weights/surnames.csv}).
 */
public final class PersonNames {
    private static final class Holder {
        static final PersonNames STANDARD = new PersonNames();
    }

    private static final int FIRST_DECADE = 1920;
    private static final int LAST_DECADE = 2020;

    private static final int DECADES = (LAST_DECADE - FIRST_DECADE) / 10 + 1;

    /** By sex and decade: all of women first. */
    private final WeightedTexts[] given = new WeightedTexts[2 * DECADES];

    private final WeightedTexts[] surnames = new WeightedTexts[Origin.ALL.size()];

    private PersonNames() {
        Map<String, Text> texts = new TreeMap<>();
        Map<String, List<NamedCsvRecord>> rows = new TreeMap<>();
        ReferenceTable.read("weights/given-names.csv").stream()
                .forEach(
                        row ->
                                rows.computeIfAbsent(
                                                row.getField("sex") + row.getField("decade"),
                                                key -> new ArrayList<>())
                                        .add(row));
        int count = 0;
        for (String sex : List.of("F", "M")) {
            for (int decade = FIRST_DECADE; decade <= LAST_DECADE; decade += 10) {
                List<NamedCsvRecord> ofDecade = rows.getOrDefault(sex + decade, List.of());
                given[count++] =
                        WeightedTexts.ofTexts(
                                ofDecade, row -> shared(texts, row), row -> integer(row, "count"));
            }
        }
        List<NamedCsvRecord> names = ReferenceTable.read("weights/surnames.csv").rows();
        for (Origin origin : Origin.ALL) {
            surnames[origin.ordinal()] =
                    WeightedTexts.ofTexts(
                            names,
                            row -> shared(texts, row),
                            row -> number(row, "count") * number(row, origin.surnameColumn()));
        }
    }

    /**
     * A name in several tables is one object, so that the tables stay in the processor's caches.
     */
    private static Text shared(Map<String, Text> texts, NamedCsvRecord row) {
        return texts.computeIfAbsent(row.getField("name"), Text::of);
    }

    /** The names of the product's own tables, read once. */
    public static PersonNames standard() {
        return Holder.STANDARD;
    }

    /** A given name as parents chose it for this sex in the decade of this year. */
    public Text given(Sex sex, int birthYear, RandomStream stream) {
        return givenTable(sex, birthYear).pick(stream);
    }

    /** The table behind {@link #given}; years beyond it take its first or last decade. */
    public WeightedTexts givenTable(Sex sex, int birthYear) {
        int year = Math.min(Math.max(birthYear, FIRST_DECADE), LAST_DECADE + 9);
        return given[(sex == Sex.FEMALE ? 0 : DECADES) + (year - FIRST_DECADE) / 10];
    }

    /** A surname as it is frequent in this group. */
    public Text surname(Origin origin, RandomStream stream) {
        return surnames[origin.ordinal()].pick(stream);
    }
}
