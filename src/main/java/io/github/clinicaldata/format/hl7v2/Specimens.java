package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.Panels;
import java.util.HashMap;
import java.util.Map;

/**
 * Types of specimens: HL7 table 0487 for those that have a code there which is sure, and for all
 * the product's own key.
 */
final class Specimens {
    private static final Map<Text, Literal> ALL = all();

    private Specimens() {}

    /** A specimen as CWE. */
    static Literal of(Text specimen) {
        return ALL.getOrDefault(specimen, Literal.EMPTY);
    }

    private static Map<Text, Literal> all() {
        Map<Text, Literal> all = new HashMap<>();
        for (Panel panel : Panels.standard().all()) {
            if (panel.specimen() != null) {
                all.put(panel.specimen(), Literal.of(code(panel.specimen().toString())));
            }
        }
        return all;
    }

    private static String code(String key) {
        String local = key + "^" + key.replace('-', ' ') + "^L";
        return switch (key) {
            case "serum" -> "SER^Serum^HL70487^" + local;
            case "plasma" -> "PLAS^Plasma^HL70487^" + local;
            case "blood" -> "BLD^Whole blood^HL70487^" + local;
            case "urine" -> "UR^Urine^HL70487^" + local;
            case "stool" -> "STL^Stool^HL70487^" + local;
            case "tissue" -> "TISS^Tissue^HL70487^" + local;
            default -> local;
        };
    }
}
