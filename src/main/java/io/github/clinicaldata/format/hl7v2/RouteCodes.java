package io.github.clinicaldata.format.hl7v2;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.vaccine.Vaccine;
import java.util.HashMap;
import java.util.Map;

/** Writes RXR: the route by the NCI Thesaurus and HL7 table 0162, the site by HL7 table 0163. */
final class RouteCodes {
    private static final Map<Text, Literal> ROUTES =
            Map.of(
                    Text.of("IM"), route("C28161", "Intramuscular", "IM"),
                    Text.of("SC"), route("C38299", "Subcutaneous", "SC"),
                    Text.of("PO"), route("C38288", "Oral", "PO"),
                    Text.of("IN"), route("C38284", "Nasal", "IN"));

    private static final Map<Text, Literal> SITES = sites();

    private final Literal rxr = Literal.of("RXR|");

    private static Literal route(String code, String name, String hl7) {
        return Literal.of(code + "^" + name + "^NCIT^" + hl7 + "^" + name + "^HL70162");
    }

    private static Map<Text, Literal> sites() {
        Map<Text, Literal> sites = new HashMap<>();
        String[][] parts = {{"T", "Thigh"}, {"A", "Upper Arm"}, {"D", "Deltoid"}};
        for (String[] part : parts) {
            for (String side : new String[] {"Left", "Right"}) {
                String code = side.charAt(0) + part[0];
                String name = side + " " + part[1];
                sites.put(Text.of(code), Literal.of(code + "^" + name + "^HL70163"));
            }
        }
        return Map.copyOf(sites);
    }

    void write(Vaccine.Administration given, SegmentWriter out) {
        Literal route = ROUTES.get(given.route());
        Text site = given.site();
        out.begin(rxr);
        if (route == null) {
            out.text(given.route());
        } else {
            out.literal(route);
        }
        if (site != null) {
            Literal known = SITES.get(site);
            out.next();
            if (known == null) {
                out.text(site);
            } else {
                out.literal(known);
            }
        }
        out.end();
    }
}
