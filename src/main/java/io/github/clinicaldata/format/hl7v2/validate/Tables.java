package io.github.clinicaldata.format.hl7v2.validate;

import io.github.clinicaldata.record.code.ReferenceTable;
import java.util.Set;
import java.util.TreeSet;

/** The codes that are allowed; tables of HL7 are named by their numbers. */
final class Tables {
    static final Set<String> SEXES = Set.of("A", "F", "M", "N", "O", "U");
    static final Set<String> RACES =
            Set.of("1002-5", "2028-9", "2054-5", "2076-8", "2106-3", "2131-1");
    static final Set<String> ETHNICITIES = Set.of("2135-2", "2186-5");
    static final Set<String> PROCESSING = Set.of("D", "P", "T");

    /** HL7 table 0203, those in use in the US. */
    static final Set<String> IDENTIFIER_TYPES =
            Set.of(
                    "AN", "BC", "DL", "EN", "HC", "MA", "MB", "MC", "MI", "MR", "NH", "NI", "NPI",
                    "PI", "PN", "PPN", "PRC", "PT", "SN", "SR", "SS", "U", "VN", "WIC");

    static final Set<String> CHARACTER_SETS =
            Set.of("ASCII", "8859/1", "8859/15", "UNICODE", "UNICODE UTF-8");

    static final Set<String> ORDER_CONTROLS = Set.of("RE");
    static final Set<String> COMPLETIONS = Set.of("CP", "NA", "PA", "RE");
    static final Set<String> ACTIONS = Set.of("A", "D", "U");
    static final Set<String> SOURCES = Set.of("00", "01", "02", "03", "04", "05", "06", "07", "08");
    static final Set<String> REFUSALS = Set.of("00", "01", "02", "03");
    static final Set<String> ELIGIBILITIES =
            Set.of("V00", "V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08");

    /** NCI Thesaurus and HL7 table 0162. */
    static final Set<String> ROUTES =
            Set.of(
                    "C28161", "C38238", "C38276", "C38284", "C38288", "C38299", "C38305", "C38676",
                    "ID", "IM", "IN", "IV", "NS", "OTH", "PO", "SC", "TD");

    /** HL7 table 0163, those of vaccines. */
    static final Set<String> SITES =
            Set.of("LA", "LD", "LG", "LLFA", "LT", "LVL", "RA", "RD", "RG", "RLFA", "RT", "RVL");

    /** HL7 table 0078. */
    static final Set<String> FLAGS =
            Set.of(
                    "<", ">", "A", "AA", "B", "D", "H", "HH", "I", "L", "LL", "MS", "N", "R", "S",
                    "U", "VS", "W");

    /** HL7 table 0085. */
    static final Set<String> RESULT_STATUSES =
            Set.of("C", "D", "F", "I", "N", "O", "P", "R", "S", "U", "W", "X");

    /** HL7 table 0123. */
    static final Set<String> REPORT_STATUSES =
            Set.of("A", "C", "F", "I", "O", "P", "R", "S", "X", "Y", "Z");

    /** HL7 table 0004. */
    static final Set<String> CLASSES = Set.of("B", "C", "E", "I", "N", "O", "P", "R", "U");

    /** HL7 table 0052. */
    static final Set<String> DIAGNOSIS_TYPES = Set.of("A", "F", "W");

    static final Set<String> CVX = column("codes/cvx.csv", "cvx");
    static final Set<String> MVX = column("codes/mvx.csv", "mvx");
    static final Set<String> STATES = column("codes/states.csv", "state");

    private Tables() {}

    private static Set<String> column(String table, String column) {
        Set<String> values = new TreeSet<>();
        ReferenceTable.read(table).stream().forEach(row -> values.add(row.getField(column)));
        return values;
    }
}
