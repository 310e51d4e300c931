package io.github.clinicaldata.format.x12.validate;

import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/** The schemas of the guides, each read once. */
final class Schemas {
    private static final Map<Guide, Schema> ALL = new EnumMap<>(Guide.class);

    private Schemas() {}

    /** The schema of a guide. */
    static synchronized Schema of(Guide guide) {
        return ALL.computeIfAbsent(guide, Schemas::read);
    }

    private static Schema read(Guide guide) {
        String name = guide.file();
        try (InputStream file = Schemas.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no schema " + name);
            }
            return SchemaFactory.newFactory().createSchema(file);
        } catch (IOException | EDISchemaException e) {
            throw new IllegalStateException("The schema " + name + " can't be read", e);
        }
    }
}
