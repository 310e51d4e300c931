package io.github.clinicaldata.operations.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.json.JsonObjectWriter;
import io.github.clinicaldata.plan.ResumePoint;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.transport.http.Envelope;
import io.github.clinicaldata.transport.http.Profiles;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;

/**
 * Makes the examples of the document: records of the default population, as the server answers.
 *
 * <p>The summary of an example is the request that it answers, for example {@code GET
 * /api/v1/members?limit=1}, to be sent with the example's media type as {@code Accept}.
 */
@Singleton
final class Examples {
    /** The request id of all examples. */
    static final String REQUEST_ID = "example-1";

    private final Population population;
    private final Readers shared;
    private final Profiles profiles;
    private final ObjectMapper json;
    private final Map<String, RecordReader<?>> readers = new HashMap<>();
    private final String version;

    Examples(
            GeneratorConfig config,
            Profiles profiles,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        population = Population.of(config.population().seed(), config.population().epoch());
        shared = new Readers(population);
        this.profiles = profiles;
        this.json = json;
        this.version = version;
    }

    /** An example that answers a request. */
    static Example of(String request, Object value) {
        return OASFactory.createExample().summary(request).value(value);
    }

    /** The id of the first record of a kind. */
    String firstId(RecordKind<?> kind) {
        return RecordId.of(kind.code(), population.seed(), 0).toString();
    }

    /** What a stream of the first records sends. */
    <R> String stream(RecordKind<R> kind, RecordFormat format, int count) {
        ByteSink sink = new ByteSink(1 << 12);
        EncoderSession<R> session = open(kind, format);
        RecordReader<R> reader = reader(kind);
        Predicate<R> selection = format.selection(kind, FormatOptions.NONE);
        session.begin(sink);
        int written = 0;
        for (int index = 0; written < count; index++) {
            R record = reader.present(index);
            if (selection == null || selection.test(record)) {
                session.write(record, sink);
                written++;
            }
        }
        session.end(sink);
        return text(sink);
    }

    private <R> EncoderSession<R> open(RecordKind<R> kind, RecordFormat format) {
        return format.encoder(kind, kind.schema()).open(new StreamContext(population, 0));
    }

    /** What an event stream of the first records sends, without comments. */
    <R> String events(RecordKind<R> kind, int count) {
        StringBuilder events = new StringBuilder();
        for (int index = 0; index < count; index++) {
            events.append("id:").append(ResumePoint.eventIdPrefix(population)).append(index);
            events.append("\ndata:").append(object(kind, index)).append("\n\n");
        }
        return events.append("event:end\ndata:").append(count - 1).append("\n\n").toString();
    }

    private <R> String object(RecordKind<R> kind, long index) {
        ByteSink sink = new ByteSink(1 << 12);
        new JsonObjectWriter<>(kind.schema()).write(reader(kind).present(index), sink);
        return text(sink);
    }

    /** The reader of a kind: examples are records of a few blocks, which it draws once. */
    @SuppressWarnings("unchecked")
    private <R> RecordReader<R> reader(RecordKind<R> kind) {
        return (RecordReader<R>)
                readers.computeIfAbsent(kind.name(), name -> kind.generator().open(shared));
    }

    private static String text(ByteSink sink) {
        return new String(sink.toByteArray(), StandardCharsets.UTF_8);
    }

    /** The first record as a look-up answers. */
    Object lookUp(RecordKind<?> kind) {
        return envelope(record(kind, 0));
    }

    /** The shape report of the first records. */
    Object profile(RecordKind<?> kind, int count) {
        Map<String, List<String>> parameters = Map.of("count", List.of(String.valueOf(count)));
        return envelope(profiles.of(kind.name(), parameters));
    }

    /** Records of a kind as the answer of a relation. */
    Object related(RecordKind<?> kind, long[] indexes) {
        return envelope(records(kind, indexes));
    }

    /** The first record with what one of its relations finds. */
    Object everything(RecordKind<?> kind, String relation, RecordKind<?> target, long[] indexes) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("record", record(kind, 0));
        data.put("related", Map.of(relation, records(target, indexes)));
        return envelope(data);
    }

    /** Whose records the examples are. */
    Population population() {
        return population;
    }

    /** A page of the first record. */
    Object page(RecordKind<?> kind) {
        Map<String, Object> page = records(kind, new long[] {0});
        page.put("format", "json");
        page.put("offset", 0);
        page.put("next_offset", 1);
        page.put("population", population.name());
        return envelope(page);
    }

    private Map<String, Object> records(RecordKind<?> kind, long[] indexes) {
        List<Object> records = new ArrayList<>();
        for (long index : indexes) {
            records.add(record(kind, index));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("records", records);
        data.put("record_count", records.size());
        return data;
    }

    private Object record(RecordKind<?> kind, long index) {
        return parse(object(kind, index));
    }

    /** JSON as maps, lists and values. */
    Object parse(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good answer round some data. */
    Object envelope(Object data) {
        return tree(Envelope.of(data, meta()));
    }

    /** An object of the server as maps, lists and values. */
    Object tree(Object value) {
        return parse(text(value));
    }

    /** An object of the server as JSON. */
    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every envelope of the examples ends with. */
    Envelope.Meta meta() {
        return new Envelope.Meta(version, REQUEST_ID);
    }
}
