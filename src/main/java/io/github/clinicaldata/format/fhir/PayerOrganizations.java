package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.coverage.Payers;
import java.util.List;
import java.util.Optional;

/**
 * The payers as {@code Organization}. They are few, the same in every population, and stem from no
 * record: their ids are the payers', after {@code payer-}.
 */
public final class PayerOrganizations {
    private static final Fragment PAYER_ID =
            Fragment.of(
                    writer -> {
                        writer.beginObject(Elements.TYPE);
                        Fragments.codings(
                                writer, Systems.C4BB_IDENTIFIER_TYPE, "payerid", "Payer ID");
                        writer.endObject();
                        writer.text(Elements.SYSTEM, Systems.PAYER_ID);
                    });
    private static final Fragment PAYER =
            Fragments.concepts(Elements.TYPE, Systems.ORGANIZATION_TYPE, "pay", "Payer");
    private static final List<Text> IDS =
            Payers.standard().all().stream().map(payer -> Text.of("payer-" + payer.id())).toList();

    private PayerOrganizations() {}

    /** The payers in their order. */
    public static List<Payer> all() {
        return Payers.standard().all();
    }

    /** The id of a payer's resource. */
    public static Text id(Payer payer) {
        return IDS.get(payer.ordinal());
    }

    /** The payer whose resource has an id. */
    public static Optional<Payer> find(String id) {
        return all().stream().filter(payer -> id(payer).toString().equals(id)).findFirst();
    }

    /** Writes a payer. */
    public static void write(Payer payer, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.ORGANIZATION, id(payer));
        DataTypes.meta(writer, population.epoch(), OrganizationMapping.META);
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(writer, PAYER_ID, payer.id());
        writer.endArray();
        writer.bool(Elements.ACTIVE, true);
        writer.fixed(PAYER);
        writer.text(Elements.NAME, payer.name());
        writer.end();
    }
}
