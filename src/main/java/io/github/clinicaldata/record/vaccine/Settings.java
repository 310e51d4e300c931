package io.github.clinicaldata.record.vaccine;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;
import java.util.Locale;

/** Where vaccines of a group are given, by age: {@code codes/vaccine-settings.csv}. Immutable. */
final class Settings {
    private static final String ANY = "any";

    /** The places of one age and their weights. */
    private record Choice(List<Setting> settings, AliasTable weights) {}

    /** A line of the file. */
    private record Row(String group, IntRange ages, Setting setting, double weight) {
        static Row of(NamedCsvRecord row) {
            return new Row(
                    row.getField("group"),
                    IntRange.parse(row.getField("ages")),
                    Settings.setting(row.getField("setting")),
                    number(row, "weight"));
        }
    }

    /** The file, read once: each series and each reader of vaccines asks for it. */
    private static final class Table {
        static final List<Row> ROWS =
                ReferenceTable.read("codes/vaccine-settings.csv").stream().map(Row::of).toList();
        static final Settings VISITS = new Settings(ROWS, ANY);
    }

    private final Choice[] byAge = new Choice[Filters.OLDEST + 1];

    private Settings(List<Row> rows, String group) {
        List<Row> own = rows.stream().filter(row -> row.group().equals(group)).toList();
        List<Row> any = rows.stream().filter(row -> row.group().equals(ANY)).toList();
        for (int age = 0; age < byAge.length; age++) {
            List<Row> fitting = at(own, age);
            byAge[age] = choice(fitting.isEmpty() ? at(any, age) : fitting);
        }
    }

    /** The places for a vaccine group. */
    static Settings of(String group) {
        return new Settings(Table.ROWS, group);
    }

    /** The places of visits at which any vaccine may be due. */
    static Settings ofVisits() {
        return Table.VISITS;
    }

    private static List<Row> at(List<Row> rows, int age) {
        return rows.stream().filter(row -> row.ages().contains(age)).toList();
    }

    private static Choice choice(List<Row> rows) {
        return new Choice(
                rows.stream().map(Row::setting).toList(),
                AliasTable.of(rows.stream().mapToDouble(Row::weight).toArray()));
    }

    private static Setting setting(String name) {
        return Setting.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** A place for somebody of an age in whole years. */
    Setting pick(int age, RandomStream stream) {
        Choice choice = byAge[Math.min(age, Filters.OLDEST)];
        return choice.settings().get(choice.weights().pick(stream));
    }
}
