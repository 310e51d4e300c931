package io.github.clinicaldata.plan;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import java.util.List;
import java.util.Set;

/**
 * A part of a record that a client can leave out.
 *
 * @param parameter the parameter that leaves it out when it is {@code false}
 * @param description what the part holds
 * @param fields the fields of the part, whichever of them a kind has
 */
public record RecordPart(String parameter, String description, Set<String> fields) {
    private static final List<RecordPart> ALL =
            List.of(
                    new RecordPart("include_address", "the address", Set.of("address")),
                    new RecordPart(
                            "include_contact",
                            "telephone and e-mail address",
                            Set.of("phone", "email")));

    /** The parts that records of a schema have. */
    public static List<RecordPart> of(RecordSchema<?> schema) {
        List<String> names = schema.fields().stream().map(Field::name).toList();
        return ALL.stream()
                .filter(part -> names.stream().anyMatch(part.fields()::contains))
                .toList();
    }
}
