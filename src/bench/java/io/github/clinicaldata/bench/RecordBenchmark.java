package io.github.clinicaldata.bench;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.csv.CsvFormat;
import io.github.clinicaldata.format.json.NdjsonFormat;
import io.github.clinicaldata.format.protobuf.MemberProtobuf;
import io.github.clinicaldata.format.protobuf.ProtobufFormat;
import io.github.clinicaldata.format.protobuf.ProviderProtobuf;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.member.MembersKind;
import io.github.clinicaldata.record.provider.ProvidersKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds a record: making it, writing it, and both. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx256m")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecordBenchmark {
    private static final int RECORDS = 4096;

    /** One kind. */
    @State(Scope.Thread)
    public static class Made {
        /** The kind's name. */
        @Param({"members", "providers"})
        public String kind = "";

        private RecordReader<?> reader = index -> index;
        private long next;

        /** Opens a reader. */
        @Setup
        public void open() {
            reader = kindOf(kind).generator().open(population());
        }
    }

    /** One kind in one format. */
    @State(Scope.Thread)
    public static class Written {
        /** The kind's name. */
        @Param({"members", "providers"})
        public String kind = "";

        /** The format's name. */
        @Param({"ndjson", "csv", "protobuf"})
        public String format = "";

        private Pipe<?> pipe = new Pipe<>(new MembersKind(), new NdjsonFormat());

        /** Opens a reader and a session. */
        @Setup
        public void open() {
            pipe = new Pipe<>(kindOf(kind), formatOf(format));
        }
    }

    private static final class Pipe<R> {
        private final RecordReader<R> reader;
        private final EncoderSession<R> session;
        private final List<R> records = new ArrayList<>();
        private final ByteSink sink = new ByteSink(1 << 16);
        private long next;

        Pipe(RecordKind<R> kind, RecordFormat format) {
            reader = kind.generator().open(population());
            session = format.encoder(kind, kind.schema()).open(new StreamContext(population(), 0));
            for (int i = 0; i < RECORDS; i++) {
                records.add(reader.present(i));
            }
        }

        void write(R record) {
            session.write(record, sink);
            if (sink.size() > 1 << 15) {
                sink.truncate(0);
            }
        }

        void encodeAll() {
            for (int i = 0; i < RECORDS; i++) {
                write(records.get(i));
            }
        }

        void generateAndEncode() {
            for (int i = 0; i < RECORDS; i++) {
                write(reader.present(next++));
            }
        }
    }

    private static Population population() {
        return Population.of(42, LocalDate.of(2026, 1, 1));
    }

    private static RecordKind<?> kindOf(String name) {
        return name.equals("members") ? new MembersKind() : new ProvidersKind();
    }

    private static RecordFormat formatOf(String name) {
        return switch (name) {
            case "ndjson" -> new NdjsonFormat();
            case "csv" -> new CsvFormat();
            default -> new ProtobufFormat(List.of(new MemberProtobuf(), new ProviderProtobuf()));
        };
    }

    /** Makes records one after the other. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void generate(Made made, Blackhole hole) {
        for (int i = 0; i < RECORDS; i++) {
            hole.consume(made.reader.present(made.next++));
        }
    }

    /** Writes records that are there. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void encode(Written written) {
        written.pipe.encodeAll();
    }

    /** Makes records and writes them. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void generateAndEncode(Written written) {
        written.pipe.generateAndEncode();
    }

    /** Makes one record far from the last, by a reader of its own. */
    @Benchmark
    public @Nullable Object lookUp(Made made) {
        made.next = made.next * 6364136223846793005L + 1442695040888963407L;
        return kindAt(made).at(population(), made.next >>> 23);
    }

    private static RecordGenerator<?> kindAt(Made made) {
        return kindOf(made.kind).generator();
    }
}
