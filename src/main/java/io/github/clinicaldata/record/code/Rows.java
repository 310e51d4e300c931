package io.github.clinicaldata.record.code;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/** Reads the columns of reference tables. */
public final class Rows {
    private Rows() {}

    /** A column as text. */
    public static Text text(NamedCsvRecord row, String column) {
        return Text.of(row.getField(column));
    }

    /** A column as text, or null where it is empty. */
    public static @Nullable Text textOrNull(NamedCsvRecord row, String column) {
        String value = row.getField(column);
        return value.isEmpty() ? null : Text.of(value);
    }

    /** A column as a whole number, or another where it is empty. */
    public static long number(NamedCsvRecord row, String column, long otherwise) {
        String value = row.getField(column);
        return value.isEmpty() ? otherwise : Long.parseLong(value);
    }

    /** Whether a column says yes or true. */
    public static boolean flag(NamedCsvRecord row, String column) {
        String value = row.getField(column);
        return value.equals("yes") || value.equals("true");
    }

    /** A number with at most one decimal, in tenths. */
    public static int tenths(String number) {
        return (int) Math.round(Double.parseDouble(number) * 10);
    }
}
