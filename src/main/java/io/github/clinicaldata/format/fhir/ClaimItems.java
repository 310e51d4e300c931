package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimLine;
import io.github.clinicaldata.record.claim.ClaimType;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes the lines of a claim as items: as they were billed, or with what the payer made of them.
 */
final class ClaimItems {
    private static final Text DAYS = Text.of("DA");
    private static final Text MINUTES = Text.of("MJ");
    private static final Text ITEMS = Text.of("UN");
    private static final int TENTHS = 10;
    private static final Fragment UNIT_DAYS = unit("d");
    private static final Fragment UNIT_MINUTES = unit("min");

    /** An institutional line can stand with its revenue code alone. */
    private static final Fragment NOT_APPLICABLE =
            Fragments.concept(
                    ClaimElements.PRODUCT_OR_SERVICE,
                    ClaimSystems.DATA_ABSENT,
                    "not-applicable",
                    "Not Applicable");

    private static final Fragment FIRST = pointers(1);
    private static final Fragment FIRST_TWO = pointers(2);

    private ClaimItems() {}

    /** The numbers of the diagnoses that a line points to: the first ones. */
    private static Fragment pointers(int count) {
        return Fragment.of(
                writer -> {
                    writer.beginArray(ClaimElements.DIAGNOSIS_SEQUENCE);
                    for (int i = 1; i <= count; i++) {
                        writer.integer(i);
                    }
                    writer.endArray();
                });
    }

    private static Fragment unit(String ucum) {
        return Fragment.of(
                writer -> {
                    writer.text(ClaimElements.UNIT, Text.of(ucum));
                    writer.text(Elements.SYSTEM, Text.of("http://unitsofmeasure.org"));
                    writer.text(Elements.CODE, Text.of(ucum));
                });
    }

    /**
     * Writes all lines.
     *
     * @param decided whether with what the payer made of them
     */
    static void write(ResourceWriter writer, Claim claim, boolean decided) {
        boolean diagnosed = !claim.diagnoses().isEmpty();
        List<ClaimLine> lines = claim.lines();
        writer.beginArray(ClaimElements.ITEM);
        for (int i = 0; i < lines.size(); i++) {
            item(writer, claim, lines.get(i), diagnosed, decided);
        }
        writer.endArray();
    }

    private static void item(
            ResourceWriter writer,
            Claim claim,
            ClaimLine line,
            boolean diagnosed,
            boolean decided) {
        writer.beginObject();
        writer.integer(ClaimElements.SEQUENCE, line.number());
        if (diagnosed) {
            writer.fixed(line.pointers().size() == 1 ? FIRST : FIRST_TWO);
        }
        service(writer, line);
        writer.date(ClaimElements.SERVICED_DATE, LocalDate.ofEpochDay(line.day()));
        Text place = claim.placeOfService();
        if (place != null && claim.type() == ClaimType.PROFESSIONAL) {
            ClaimSystems.PLACE_OF_SERVICE.concept(writer, ClaimElements.LOCATION, place, null);
        }
        quantity(writer, line);
        if (!decided) {
            FinancialTypes.money(writer, ClaimElements.NET, line.charge());
        }
        if (claim.encounter() != null) {
            writer.beginArray(ClaimElements.ENCOUNTER);
            writer.reference(ResourceType.ENCOUNTER, claim.encounter(), null);
            writer.endArray();
        }
        if (decided) {
            Adjudications.line(writer, claim, line);
        }
        writer.endObject();
    }

    private static void service(ResourceWriter writer, ClaimLine line) {
        Text revenue = line.revenueCode();
        if (revenue != null) {
            ClaimSystems.REVENUE.concept(writer, ClaimElements.REVENUE, revenue, null);
        }
        Text ndc = line.ndc();
        Text code = line.procedureCode();
        if (ndc != null && code == null) {
            CodingSystem.NDC.concept(
                    writer, ClaimElements.PRODUCT_OR_SERVICE, ndc, null, line.description());
        } else if (code != null) {
            system(code)
                    .concept(
                            writer,
                            ClaimElements.PRODUCT_OR_SERVICE,
                            code,
                            null,
                            line.description());
        } else {
            writer.fixed(NOT_APPLICABLE);
        }
        Text modifier = line.modifier();
        if (modifier != null) {
            writer.beginArray(ClaimElements.MODIFIER);
            ClaimSystems.HCPCS.concept(writer, modifier, null);
            writer.endArray();
        }
    }

    /** Codes of level II begin with a letter; others come from a client. */
    private static CodingSystem system(Text code) {
        byte first = code.byteAt(0);
        return first >= '0' && first <= '9' ? ClaimSystems.CPT : ClaimSystems.HCPCS;
    }

    private static void quantity(ResourceWriter writer, ClaimLine line) {
        int tenths = line.units();
        Text unit = line.unit();
        writer.beginObject(ClaimElements.QUANTITY);
        if (tenths % TENTHS == 0) {
            writer.decimal(Elements.VALUE, tenths / TENTHS, 0);
        } else {
            writer.decimal(Elements.VALUE, tenths, 1);
        }
        if (unit.equals(DAYS)) {
            writer.fixed(UNIT_DAYS);
        } else if (unit.equals(MINUTES)) {
            writer.fixed(UNIT_MINUTES);
        } else if (!unit.equals(ITEMS)) {
            writer.text(ClaimElements.UNIT, unit);
        }
        writer.endObject();
    }
}
