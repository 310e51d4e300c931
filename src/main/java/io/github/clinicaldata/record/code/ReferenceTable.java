package io.github.clinicaldata.record.code;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of the class path, read whole and in the file's order. Lines that begin with {@code #}
 * give its source, release and licence; then follow a row of names and the rows.
 *
 * @param resource the path on the class path
 * @param rows the rows by column name
 */
public record ReferenceTable(String resource, List<NamedCsvRecord> rows) {

    /**
     * Reads a table.
     *
     * @param resource the path below the root of the class path, without a leading slash
     * @throws IllegalStateException when there is no such resource
     */
    public static ReferenceTable read(String resource) {
        List<NamedCsvRecord> rows = new ArrayList<>();
        try (InputStream input = open(resource);
                Reader reader = new InputStreamReader(input, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder()
                                .commentStrategy(CommentStrategy.SKIP)
                                .skipEmptyLines(true)
                                .ofNamedCsvRecord(reader)) {
            csv.forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return new ReferenceTable(resource, List.copyOf(rows));
    }

    private static InputStream open(String resource) {
        InputStream input = ReferenceTable.class.getClassLoader().getResourceAsStream(resource);
        if (input == null) {
            throw new IllegalStateException("The class path lacks " + resource);
        }
        return input;
    }

    /** The rows in the file's order. */
    public Stream<NamedCsvRecord> stream() {
        return rows.stream();
    }

    /** The column of a row as a decimal number. */
    public static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** The column of a row as a whole number. */
    public static int integer(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }
}
