package io.github.clinicaldata.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.json.JsonObjectWriter;
import io.github.clinicaldata.operations.openapi.SchemaModels;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/data-dictionary.md says what the schemas say. */
@QuarkusTest
class DocDataDictionaryTest {
    private static final int SEARCHED = 1_000;

    @Inject Catalog catalog;
    @Inject GeneratorConfig config;
    @Inject ObjectMapper json;

    @Test
    void dataDictionary_isUpToDate() throws IOException {
        GeneratedPage page = new GeneratedPage("data-dictionary.md", "Data dictionary");
        page.paragraph(
                "Every field of every kind, by its path in JSON. Optional fields are left out where"
                        + " they have no value. Examples are the first values in the default"
                        + " population; nobody is real.");
        for (RecordKind<?> kind : catalog.kinds()) {
            page.section(kind.name());
            page.paragraph(kind.description() + ".");
            page.table("field", "type", "optional", "meaning", "example");
            rows(page, "", "", kind.schema(), records(kind));
        }
        page.isUpToDate();
    }

    private <R> List<JsonNode> records(RecordKind<R> kind) throws IOException {
        Population population =
                Population.of(config.population().seed(), config.population().epoch());
        RecordReader<R> reader = kind.generator().open(population);
        JsonObjectWriter<R> writer = new JsonObjectWriter<>(kind.schema());
        List<JsonNode> records = new ArrayList<>();
        for (int index = 0; index < SEARCHED; index++) {
            ByteSink sink = new ByteSink(1 << 11);
            writer.write(reader.present(index), sink);
            records.add(json.readTree(sink.toByteArray()));
        }
        return records;
    }

    private static void rows(
            GeneratedPage page,
            String path,
            String pointer,
            RecordSchema<?> schema,
            List<JsonNode> records) {
        for (Field<?> field : schema.fields()) {
            String name = path + field.name();
            String at = pointer + "/" + field.name();
            page.row(
                    List.of(
                            "`" + name + "`",
                            type(field),
                            field.optional() ? "yes" : "",
                            field.description(),
                            example(field, at, records)));
            if (field instanceof Field.GroupField<?, ?> group) {
                rows(page, name + ".", at, group.schema(), records);
            } else if (field instanceof Field.GroupListField<?, ?> groups) {
                rows(page, name + "[].", at + "/0", groups.schema(), records);
            }
        }
    }

    private static String example(Field<?> field, String at, List<JsonNode> records) {
        if (field instanceof Field.GroupField<?, ?>
                || field instanceof Field.GroupListField<?, ?>) {
            return "";
        }
        return records.stream()
                .map(record -> record.at(at))
                .filter(value -> !value.isMissingNode())
                .map(value -> "`" + (value.isTextual() ? value.asText() : value) + "`")
                .findFirst()
                .orElse("");
    }

    private static String type(Field<?> field) {
        if (field instanceof Field.TextField<?>) {
            return "text";
        } else if (field instanceof Field.IdField<?>) {
            return "UUID";
        } else if (field instanceof Field.DigitsField<?> digits) {
            return "digits `" + digits.pattern() + "`";
        } else if (field instanceof Field.DateField<?>) {
            return "date";
        } else if (field instanceof Field.CodeField<?> code) {
            return "one of " + String.join(", ", SchemaModels.codes(code));
        } else if (field instanceof Field.IntegerField<?>) {
            return "whole number";
        } else if (field instanceof Field.BooleanField<?>) {
            return "true or false";
        } else if (field instanceof Field.TextListField<?>) {
            return "list of texts";
        } else if (field instanceof Field.GroupField<?, ?>) {
            return "group";
        } else if (field instanceof Field.DecimalField<?>) {
            return "decimal number";
        } else if (field instanceof Field.DateTimeField<?>) {
            return "date and time";
        } else if (field instanceof Field.GroupListField<?, ?>) {
            return "list of groups";
        }
        throw new IllegalArgumentException("Unknown type of field " + field);
    }
}
