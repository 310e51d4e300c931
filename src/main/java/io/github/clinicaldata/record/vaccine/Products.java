package io.github.clinicaldata.record.vaccine;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The vaccines of {@code codes/vaccines.csv} with the texts of their codes. Immutable. */
final class Products {
    private static final class Holder {
        static final Products STANDARD = new Products();
    }

    private static final String DIGITS = "####";

    private final Map<String, Product> byKey = new TreeMap<>();

    private Products() {
        Map<String, String> descriptions = column("codes/cvx.csv", "cvx", "short_description");
        Map<String, String> manufacturers = column("codes/mvx.csv", "mvx", "manufacturer");
        for (NamedCsvRecord row : ReferenceTable.read("codes/vaccines.csv").rows()) {
            String description = descriptions.get(row.getField("cvx"));
            if (description == null
                    || !row.getField("manufacturer")
                            .equals(manufacturers.get(row.getField("mvx")))) {
                throw new IllegalStateException("Unknown CVX or MVX code in " + row);
            }
            Product product = product(byKey.size(), row, description);
            if (byKey.put(product.key(), product) != null) {
                throw new IllegalStateException("Twice in codes/vaccines.csv: " + product.key());
            }
        }
    }

    /** The vaccines of the product's own tables, read once. */
    static Products standard() {
        return Holder.STANDARD;
    }

    private static Map<String, String> column(String table, String key, String value) {
        Map<String, String> values = new TreeMap<>();
        ReferenceTable.read(table).stream()
                .forEach(row -> values.put(row.getField(key), row.getField(value)));
        return values;
    }

    private static Product product(int ordinal, NamedCsvRecord row, String description) {
        String ndc = row.getField("ndc");
        String pattern = row.getField("lot_pattern");
        if (!pattern.matches("SYN[A-Z0-9]{2}" + DIGITS)) {
            throw new IllegalStateException("No pattern of invented lots in " + row);
        }
        return new Product(
                ordinal,
                row.getField("vaccine"),
                Text.of(row.getField("name")),
                Text.of(row.getField("cvx")),
                Text.of(description),
                Text.of(row.getField("mvx")),
                Text.of(row.getField("manufacturer")),
                ndc.isEmpty() ? null : Text.of(ndc),
                List.of(row.getField("groups").split("\\+", -1)),
                Boolean.parseBoolean(row.getField("live")),
                Text.of(row.getField("route")),
                sites(row.getField("site_child")),
                sites(row.getField("site_adult")),
                new BigDecimal(row.getField("dose_ml")).movePointRight(2).intValueExact(),
                day(row.getField("available_from"), Integer.MIN_VALUE),
                day(row.getField("available_to"), Integer.MAX_VALUE),
                Text.of(pattern.substring(0, pattern.length() - DIGITS.length())),
                integer(row, "shelf_months"));
    }

    private static List<Text> sites(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split("\\+", -1)).map(Text::of).toList();
    }

    private static int day(String date, int otherwise) {
        return date.isEmpty() ? otherwise : (int) LocalDate.parse(date).toEpochDay();
    }

    /**
     * The vaccine of a name in the table.
     *
     * @throws IllegalArgumentException when there is none
     */
    Product of(String key) {
        Product product = byKey.get(key);
        if (product == null) {
            throw new IllegalArgumentException("No vaccine in codes/vaccines.csv: " + key);
        }
        return product;
    }

    /** The CVX codes of all vaccines, each once, ascending. */
    List<String> cvxCodes() {
        return byKey.values().stream()
                .map(product -> product.cvx().toString())
                .distinct()
                .sorted()
                .toList();
    }
}
