package io.github.clinicaldata.bench;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.hl7v2.Hl7Format;
import io.github.clinicaldata.format.hl7v2.VaccinationUpdates;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.vaccine.Vaccine;
import io.github.clinicaldata.record.vaccine.VaccinesKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds a VXU message: making the vaccine, writing it, and both. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgs = "-Xmx256m")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class Hl7Benchmark {
    private static final int RECORDS = 4096;

    /** A reader and a session. */
    @State(Scope.Thread)
    public static class Pipe {
        private final VaccinesKind kind = new VaccinesKind();
        private final VaccinationUpdates type = new VaccinationUpdates();
        private final Population population = Population.of(42, LocalDate.of(2026, 1, 1));
        private final RecordReader<Vaccine> reader = kind.generator().open(population);
        private final EncoderSession<Vaccine> session =
                new Hl7Format(List.of(type))
                        .encoder(kind, kind.schema())
                        .open(new StreamContext(population, 0));
        private final List<Vaccine> vaccines = new ArrayList<>();
        private final ByteSink sink = new ByteSink(1 << 16);
        private long next;

        /** Makes the vaccines that are written again and again. */
        @Setup
        public void fill() {
            while (vaccines.size() < RECORDS) {
                vaccines.add(read());
            }
        }

        private Vaccine read() {
            Vaccine vaccine = reader.present(next++);
            while (!type.writes(vaccine)) {
                vaccine = reader.present(next++);
            }
            return vaccine;
        }

        private void write(Vaccine vaccine) {
            session.write(vaccine, sink);
            if (sink.size() > 1 << 15) {
                sink.truncate(0);
            }
        }
    }

    /** Makes vaccines one after the other. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void generate(Pipe pipe, Blackhole hole) {
        for (int i = 0; i < RECORDS; i++) {
            hole.consume(pipe.read());
        }
    }

    /** Writes the same vaccines again and again. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int encode(Pipe pipe) {
        for (int i = 0; i < RECORDS; i++) {
            pipe.write(pipe.vaccines.get(i));
        }
        return pipe.sink.size();
    }

    /** Makes vaccines and writes them. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int generateAndEncode(Pipe pipe) {
        for (int i = 0; i < RECORDS; i++) {
            pipe.write(pipe.read());
        }
        return pipe.sink.size();
    }
}
