package io.github.clinicaldata.support;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.code.ReferenceTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The data files as the tests read them: as expected shares by value. */
public final class Tables {
    private Tables() {}

    /** The rows of a file that a condition selects. */
    public static List<NamedCsvRecord> rows(String file, Predicate<NamedCsvRecord> condition) {
        return ReferenceTable.read(file).stream().filter(condition).toList();
    }

    /** A column of weights by a column of values. */
    public static Map<String, Double> weights(
            String file, Predicate<NamedCsvRecord> condition, String value, String weight) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(file, condition)) {
            weights.merge(row.getField(value), Double.valueOf(row.getField(weight)), Double::sum);
        }
        return weights;
    }

    /** The rows of a file by a column that is different in each. */
    public static Map<String, NamedCsvRecord> byKey(
            String file, Function<NamedCsvRecord, String> key) {
        Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(file, any -> true)) {
            if (rows.put(key.apply(row), row) != null) {
                throw new IllegalStateException(file + " has " + key.apply(row) + " twice");
            }
        }
        return rows;
    }
}
