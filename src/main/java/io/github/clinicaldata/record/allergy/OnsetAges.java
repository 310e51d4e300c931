package io.github.clinicaldata.record.allergy;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.member.AgePyramid;
import io.github.clinicaldata.record.person.Sex;
import java.util.List;

/** At which age an allergy shows: a group of {@code weights/allergy-onsets.csv}. Immutable. */
final class OnsetAges {
    /** Ages up to the end of the last plan year. */
    private static final int OLDEST = 104;

    /** Parts into which shares are cut to find ages without a long search. */
    private static final int PARTS = 128;

    /** The share of all onsets before each age in whole years; 1 beyond the last onset. */
    private final double[] before = new double[OLDEST + 2];

    /** The year of life in which the first share of each part lies. */
    private final int[] firstYear = new int[PARTS + 1];

    OnsetAges(List<NamedCsvRecord> rows) {
        for (NamedCsvRecord row : rows) {
            int from = integer(row, "age_from");
            int to = integer(row, "age_to");
            for (int age = from; age <= to; age++) {
                before[age + 1] = number(row, "share") / (to - from + 1);
            }
        }
        for (int age = 1; age < before.length; age++) {
            before[age] += before[age - 1];
        }
        int year = 0;
        for (int part = 0; part <= PARTS; part++) {
            while (year < OLDEST && before[year + 1] <= (double) part / PARTS) {
                year++;
            }
            firstYear[part] = year;
        }
    }

    /** The group of a name. */
    static OnsetAges read(String name) {
        List<NamedCsvRecord> rows =
                ReferenceTable.read("weights/allergy-onsets.csv").stream()
                        .filter(row -> row.getField("onset").equals(name))
                        .toList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("weights/allergy-onsets.csv has no onset " + name);
        }
        return new OnsetAges(rows);
    }

    /** The share of all onsets before an age in years, 0 to 1. */
    double shareBefore(double age) {
        int year = (int) age;
        return year > OLDEST
                ? before[OLDEST + 1]
                : before[year] + (age - year) * (before[year + 1] - before[year]);
    }

    /** The age before which a share of all onsets lies. */
    double ageAt(double share) {
        int year = firstYear[(int) (share * PARTS)];
        while (year < OLDEST && before[year + 1] <= share) {
            year++;
        }
        double inYear = before[year + 1] - before[year];
        return inYear > 0 ? year + Math.min(1, (share - before[year]) / inYear) : year;
    }

    /** The share of onsets that lie behind the people of a pyramid, on average. */
    double shareBehind(AgePyramid pyramid) {
        double behind = 0;
        for (int group = 0; group < pyramid.groups(); group++) {
            int from = pyramid.from(group);
            int to = pyramid.to(group);
            double share = 0;
            for (Sex sex : Sex.values()) {
                share += pyramid.share(sex, group);
            }
            for (int age = from; age <= to; age++) {
                behind += share / (to - from + 1) * shareBefore(age + 0.5);
            }
        }
        return behind;
    }
}
