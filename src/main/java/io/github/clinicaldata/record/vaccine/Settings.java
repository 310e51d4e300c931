package io.github.clinicaldata.record.vaccine;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where vaccines of a group are given, by age: {@code codes/vaccine-settings.csv}. Immutable. */
final class Settings {
    private static final String ANY = "any";

    /** The places of one age and their weights. */
    private record Choice(List<Setting> settings, AliasTable weights) {}

    private final Choice[] byAge = new Choice[Filters.OLDEST + 1];

    private Settings(List<NamedCsvRecord> rows, String group) {
        for (int age = 0; age < byAge.length; age++) {
            List<NamedCsvRecord> own = rows(rows, group, age);
            byAge[age] = choice(own.isEmpty() ? rows(rows, ANY, age) : own);
        }
    }

    /** The places for a vaccine group. */
    static Settings of(String group) {
        return new Settings(ReferenceTable.read("codes/vaccine-settings.csv").rows(), group);
    }

    private static List<NamedCsvRecord> rows(List<NamedCsvRecord> rows, String group, int age) {
        return rows.stream()
                .filter(row -> row.getField("group").equals(group))
                .filter(row -> IntRange.parse(row.getField("ages")).contains(age))
                .toList();
    }

    private static Choice choice(List<NamedCsvRecord> rows) {
        List<Setting> settings = new ArrayList<>();
        rows.forEach(row -> settings.add(setting(row.getField("setting"))));
        return new Choice(
                List.copyOf(settings),
                AliasTable.of(rows.stream().mapToDouble(row -> number(row, "weight")).toArray()));
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
