package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import java.util.List;

/**
 * A kind of service that is asked about, a row of {@code codes/service-types.csv}.
 *
 * @param code bare service type code
 * @param key in words of our own
 * @param general whether an answer about the coverage as a whole speaks of it
 */
public record ServiceType(Text code, Text key, boolean general) {
    /** The fields of a kind of service. */
    public static final RecordSchema<ServiceType> SCHEMA =
            RecordSchema.<ServiceType>named("service_type")
                    .text("code", ServiceType::code, "Bare service type code")
                    .text("name", ServiceType::key, "What it stands for, in our words")
                    .build();

    private static final class Holder {
        static final Keyed<ServiceType> STANDARD =
                Keyed.of(
                        "service-types.csv",
                        ReferenceTable.read("codes/service-types.csv").stream()
                                .map(
                                        row ->
                                                new ServiceType(
                                                        Rows.text(row, "service_type"),
                                                        Rows.text(row, "key"),
                                                        Rows.flag(row, "default")))
                                .toList(),
                        type -> type.code().toString());

        static final List<ServiceType> GENERAL =
                STANDARD.all().stream().filter(ServiceType::general).toList();
    }

    /** The kinds of service of the product by their codes, read once. */
    public static Keyed<ServiceType> standard() {
        return Holder.STANDARD;
    }

    /** What an answer about the coverage as a whole speaks of. */
    static List<ServiceType> allGeneral() {
        return Holder.GENERAL;
    }
}
