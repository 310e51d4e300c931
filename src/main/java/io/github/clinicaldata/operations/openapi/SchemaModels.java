package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.plan.RecordPart;
import io.github.clinicaldata.record.Coded;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordSchema;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** JSON Schemas of records. */
public final class SchemaModels {
    private SchemaModels() {}

    /** Adds the schema of a kind and those of its groups. */
    static void addTo(Components components, RecordSchema<?> schema) {
        components.addSchema(ModelNames.capitalized(schema.name()), object(schema));
        for (Field<?> field : schema.fields()) {
            if (field instanceof Field.GroupField<?, ?> group) {
                addTo(components, group.schema());
            } else if (field instanceof Field.GroupListField<?, ?> groups) {
                addTo(components, groups.schema());
            }
        }
    }

    private static Schema object(RecordSchema<?> schema) {
        Schema object = schema().addType(SchemaType.OBJECT);
        Set<String> onRequest =
                RecordPart.of(schema).stream()
                        .flatMap(part -> part.fields().stream())
                        .collect(Collectors.toSet());
        for (Field<?> field : schema.fields()) {
            object.addProperty(field.name(), property(field));
            if (!field.optional() && !onRequest.contains(field.name())) {
                object.addRequired(field.name());
            }
        }
        return object;
    }

    private static Schema property(Field<?> field) {
        return typed(field).description(field.description());
    }

    private static Schema typed(Field<?> field) {
        if (field instanceof Field.TextField<?>) {
            return text();
        } else if (field instanceof Field.IdField<?>) {
            return text().format("uuid");
        } else if (field instanceof Field.DigitsField<?> digits) {
            return text().pattern(regularExpression(digits.pattern()));
        } else if (field instanceof Field.DateField<?>) {
            return text().format("date");
        } else if (field instanceof Field.CodeField<?> code) {
            return text().enumeration(List.copyOf(codes(code)));
        } else if (field instanceof Field.IntegerField<?>) {
            return schema().addType(SchemaType.INTEGER).format("int32");
        } else if (field instanceof Field.BooleanField<?>) {
            return schema().addType(SchemaType.BOOLEAN);
        } else if (field instanceof Field.TextListField<?>) {
            return schema().addType(SchemaType.ARRAY).items(text());
        } else if (field instanceof Field.GroupField<?, ?> group) {
            return schema().ref(ModelNames.schema(group.schema().name()));
        } else if (field instanceof Field.DecimalField<?>) {
            return schema().addType(SchemaType.NUMBER);
        } else if (field instanceof Field.DateTimeField<?>) {
            return text().format("date-time");
        } else if (field instanceof Field.GroupListField<?, ?> groups) {
            return schema().addType(SchemaType.ARRAY).items(reference(groups.schema().name()));
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }

    /** The codes of a closed list. */
    public static List<String> codes(Field.CodeField<?> field) {
        return field.values().stream().map(Coded::code).map(Object::toString).toList();
    }

    private static String regularExpression(DigitPattern pattern) {
        StringBuilder expression = new StringBuilder("^");
        String text = pattern.toString();
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && text.charAt(end) == '#') {
                end++;
            }
            if (end > i) {
                expression.append("[0-9]{").append(end - i).append('}');
            } else {
                String other = text.substring(i, ++end);
                expression.append(Pattern.matches("[A-Za-z0-9 -]", other) ? other : "\\" + other);
            }
            i = end;
        }
        return expression.append('$').toString();
    }

    static Schema schema() {
        return OASFactory.createSchema();
    }

    static Schema object() {
        return schema().addType(SchemaType.OBJECT);
    }

    static Schema list(Schema items) {
        return schema().addType(SchemaType.ARRAY).items(items);
    }

    static Schema text() {
        return schema().addType(SchemaType.STRING);
    }

    static Schema number() {
        return schema().addType(SchemaType.INTEGER).format("int64");
    }

    static Schema reference(String name) {
        return schema().ref(ModelNames.schema(name));
    }
}
