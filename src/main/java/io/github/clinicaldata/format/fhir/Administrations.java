package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.vaccine.Vaccine.Administration;

/** Writes what was given of a vaccine. */
final class Administrations {
    private static final int DECIMALS = 2;
    private static final Element MANUFACTURER = Element.of("manufacturer");
    private static final Element LOT_NUMBER = Element.of("lotNumber");
    private static final Element EXPIRATION_DATE = Element.of("expirationDate");
    private static final Element SITE = Element.of("site");
    private static final Element ROUTE = Element.of("route");
    private static final Element DOSE_QUANTITY = Element.of("doseQuantity");
    private static final Fragment MVX =
            Fragments.text(Elements.SYSTEM, "http://hl7.org/fhir/sid/mvx");
    private static final CodingSystem SITES =
            CodingSystem.of("http://terminology.hl7.org/CodeSystem/v2-0163");
    private static final CodingSystem ROUTES =
            CodingSystem.of("http://terminology.hl7.org/CodeSystem/v2-0162");
    private static final Fragment MILLILITRES =
            Fragment.of(
                    writer -> {
                        writer.fixed(Fragments.text(Element.of("unit"), "mL"));
                        writer.fixed(Fragments.text(Elements.SYSTEM, "http://unitsofmeasure.org"));
                        writer.fixed(Fragments.text(Elements.CODE, "mL"));
                    });

    private Administrations() {}

    static void write(Administration given, ResourceWriter writer) {
        writer.beginObject(MANUFACTURER);
        writer.beginObject(Elements.IDENTIFIER);
        writer.fixed(MVX);
        writer.text(Elements.VALUE, given.mvx());
        writer.endObject();
        writer.text(Elements.DISPLAY, given.manufacturer());
        writer.endObject();
        writer.text(LOT_NUMBER, given.lotNumber());
        writer.date(EXPIRATION_DATE, given.expirationDate());
        if (given.site() != null) {
            SITES.concept(writer, SITE, given.site(), null);
        }
        ROUTES.concept(writer, ROUTE, given.route(), null);
        writer.beginObject(DOSE_QUANTITY);
        writer.decimal(Elements.VALUE, given.hundredths(), DECIMALS);
        writer.fixed(MILLILITRES);
        writer.endObject();
    }
}
