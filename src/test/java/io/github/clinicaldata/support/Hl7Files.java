package io.github.clinicaldata.support;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.hl7v2.Hl7Format;
import io.github.clinicaldata.format.hl7v2.MessageType;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Messages of HL7 v2 and the records that they were made of. */
public final class Hl7Files {
    private static final Hl7Format FORMAT = new Hl7Format(World.HL7_MESSAGES);

    private Hl7Files() {}

    /** The messages, by kind and name, such as {@code vaccines/vxu_v04}. */
    public static List<String> all() {
        return World.HL7_MESSAGES.stream().map(type -> type.kind() + "/" + type.name()).toList();
    }

    /** The records with the first so many indexes that a message is for, each with its message. */
    public static <R> void each(
            RecordKind<R> kind,
            String message,
            Population population,
            long until,
            BiConsumer<R, String> consumer,
            String... options) {
        MessageType<R> type = type(kind, message);
        FormatOptions given = options(message, options);
        EncoderSession<R> session =
                FORMAT.encoder(kind, kind.schema()).open(new StreamContext(population, 0, given));
        RecordReader<R> reader = kind.generator().open(population);
        ByteSink sink = new ByteSink(1 << 12);
        for (long index = 0; index < until; index++) {
            R record = reader.read(index);
            if (record != null && type.writes(record)) {
                session.write(record, sink);
                consumer.accept(record, new String(sink.toByteArray(), StandardCharsets.UTF_8));
                sink.truncate(0);
            }
        }
    }

    /** The messages of a file. */
    public static List<String> messages(
            String name, Population population, long until, String... options) {
        List<String> messages = new ArrayList<>();
        String[] parts = name.split("/");
        each(
                World.catalog().kind(parts[0]).orElseThrow(),
                parts[1],
                population,
                until,
                (record, text) -> messages.add(text),
                options);
        return messages;
    }

    @SuppressWarnings("unchecked")
    private static <R> MessageType<R> type(RecordKind<R> kind, String message) {
        return (MessageType<R>)
                World.HL7_MESSAGES.stream()
                        .filter(type -> type.kind().equals(kind.name()))
                        .filter(type -> type.name().equals(message))
                        .findFirst()
                        .orElseThrow();
    }

    private static FormatOptions options(String message, String... options) {
        Map<String, String> given = new TreeMap<>(Map.of("message", message));
        for (String option : options) {
            given.put(option.split("=")[0], option.split("=")[1]);
        }
        return new FormatOptions(given);
    }
}
