package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a registry calls a series, a row of {@code codes/vis.csv}.
 *
 * @param cvx the code and description of the kind of vaccine, as CE
 * @param edition of the statement that is handed out with it
 * @param editionText the same as OBX-5
 */
record SeriesCode(Literal cvx, LocalDate edition, Literal editionText) {
    private static final Map<Text, SeriesCode> ALL = read();

    /** The code of a series, or null where there is none. */
    static @Nullable SeriesCode of(Text series) {
        return ALL.get(series);
    }

    private static Map<Text, SeriesCode> read() {
        Keyed<String> descriptions =
                Keyed.of(
                        "cvx.csv",
                        ReferenceTable.read("codes/cvx.csv").stream()
                                .map(row -> row.getField("cvx") + "^" + described(row.getField(1)))
                                .toList(),
                        code -> code.substring(0, code.indexOf('^')));
        Map<Text, SeriesCode> all = new HashMap<>();
        ReferenceTable.read("codes/vis.csv").stream()
                .forEach(
                        row -> {
                            LocalDate edition = LocalDate.parse(row.getField("edition"));
                            String code = descriptions.get(row.getField("cvx")) + "^CVX";
                            String day = row.getField("edition").replace("-", "");
                            all.put(
                                    Text.of(row.getField("series")),
                                    new SeriesCode(Literal.of(code), edition, Literal.of(day)));
                        });
        return all;
    }

    private static String described(String description) {
        return description.replace("\\", "\\E\\").replace("&", "\\T\\").replace("^", "\\S\\");
    }
}
