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

    private final List<WeightedTexts> given = new ArrayList<>();
    private final List<WeightedTexts> surnames = new ArrayList<>();

    private PersonNames() {
        Map<String, List<NamedCsvRecord>> rows = new TreeMap<>();
        ReferenceTable.read("weights/given-names.csv")
                .stream()
                .forEach(
                        row ->
                                rows.computeIfAbsent(
                                                row.getField("sex") + row.getField("decade"),
                                                key -> new ArrayList<>())
                                        .add(row));
        for (String sex : List.of("F", "M")) {
            for (int decade = FIRST_DECADE; decade <= LAST_DECADE; decade += 10) {
                List<NamedCsvRecord> ofDecade = rows.getOrDefault(sex + decade, List.of());
                given.add(
                        WeightedTexts.of(
                                ofDecade,
                                row -> row.getField("name"),
                                row -> integer(row, "count")));
            }
        }
        List<NamedCsvRecord> names = ReferenceTable.read("weights/surnames.csv").rows();
        for (Origin origin : Origin.ALL) {
            surnames.add(
                    WeightedTexts.of(
                            names,
                            row -> row.getField("name"),
                            row -> number(row, "count") * number(row, origin.surnameColumn())));
        }
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
        int decades = (LAST_DECADE - FIRST_DECADE) / 10 + 1;
        return given.get((sex == Sex.FEMALE ? 0 : decades) + (year - FIRST_DECADE) / 10);
    }

    /** A surname as it is frequent in this group. */
    public Text surname(Origin origin, RandomStream stream) {
        return surnames.get(origin.ordinal()).pick(stream);
    }
}
