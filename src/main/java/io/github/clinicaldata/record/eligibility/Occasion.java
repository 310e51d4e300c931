package io.github.clinicaldata.record.eligibility;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.pathway.Setting;
import java.util.Arrays;
import java.util.List;

/**
 * When a provider asks about a visit, a row of {@code weights/eligibility-checks.csv}: as it is
 * booked, some days before, on arrival, or before it is billed.
 *
 * @param number of the row, which keys the draws
 * @param share of the visits of the setting that are asked about
 * @param firstDay days after the visit; below zero before it
 * @param lastDay days after the visit, not before the first one
 * @param asksAboutVisit whether the day of the visit is asked about, else that of the question
 */
record Occasion(int number, double share, int firstDay, int lastDay, boolean asksAboutVisit) {
    private static final class Holder {
        static final List<List<Occasion>> BY_SETTING =
                Arrays.stream(Setting.values()).map(Occasion::read).toList();
    }

    private static List<Occasion> read(Setting setting) {
        List<NamedCsvRecord> rows = ReferenceTable.read("weights/eligibility-checks.csv").rows();
        return rows.stream()
                .filter(row -> settings(row).contains(setting))
                .map(row -> of(rows.indexOf(row), row))
                .toList();
    }

    private static List<Setting> settings(NamedCsvRecord row) {
        return Arrays.stream(row.getField("setting").split("\\+")).map(Setting::of).toList();
    }

    private static Occasion of(int number, NamedCsvRecord row) {
        int first = integer(row, "first_day");
        int last = integer(row, "last_day");
        String asked = row.getField("service_date");
        if (first > last || !List.of("visit", "question").contains(asked)) {
            throw new IllegalArgumentException("No such days: " + row);
        }
        return new Occasion(
                number, ReferenceTable.number(row, "share"), first, last, asked.equals("visit"));
    }

    /** The occasions for visits in a setting, in the order of the file. */
    static List<Occasion> of(Setting setting) {
        return Holder.BY_SETTING.get(setting.ordinal());
    }

    /** Whether it is on the day of the visit. */
    boolean isOnArrival() {
        return firstDay == 0 && lastDay == 0;
    }
}
