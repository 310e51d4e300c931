package io.github.clinicaldata.bench;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.fhir.JsonResourceWriter;
import io.github.clinicaldata.format.fhir.ResourceMapping;
import io.github.clinicaldata.format.fhir.hapi.HapiResourceWriter;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Resource;
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

/** Nanoseconds a FHIR resource, by our writer and by HAPI's parser. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx512m")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class FhirBenchmark {
    private static final int RESOURCES = 1024;

    /** One mapping. */
    @State(Scope.Thread)
    public static class Mapped {
        /** The mapping's name. */
        @Param({
            "Patient",
            "ExplanationOfBenefit",
            "Practitioner",
            "Encounter",
            "Observation",
            "Immunization"
        })
        public String resource = "";

        private Pipe<?> pipe = pipe("Patient");

        /** Makes records and structures. */
        @Setup
        public void open() {
            pipe = FhirBenchmark.pipe(resource);
        }
    }

    private static final class Pipe<R> {
        private final ResourceMapping<R> mapping;
        private final RecordReader<R> reader;
        private final List<R> records = new ArrayList<>();
        private final List<Resource> structures = new ArrayList<>();
        private final ByteSink sink = new ByteSink(1 << 16);
        private final JsonResourceWriter writer = JsonResourceWriter.ofResources();
        private final long size;
        private long next;

        Pipe(RecordKind<R> kind, ResourceMapping<R> mapping) {
            this.mapping = mapping;
            reader = kind.generator().open(population());
            size = kind.indexes().size(population());
            HapiResourceWriter builder = new HapiResourceWriter();
            for (int i = 0; i < RESOURCES; i++) {
                R record = nextRecord();
                records.add(record);
                mapping.write(record, population(), builder);
                structures.add(builder.resource());
            }
        }

        private R nextRecord() {
            while (true) {
                R record = reader.read(next++ % size);
                if (record != null && mapping.writes(record)) {
                    return record;
                }
            }
        }

        void write(R record) {
            mapping.write(record, population(), writer.to(sink));
            sink.write('\n');
            if (sink.size() > 1 << 15) {
                sink.truncate(0);
            }
        }
    }

    private static Population population() {
        return World.POPULATION;
    }

    private static Pipe<?> pipe(String name) {
        ResourceMapping<?> mapping =
                World.RESOURCES.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return pipe(World.catalog().kind(mapping.kind()).orElseThrow(), name);
    }

    private static <R> Pipe<R> pipe(RecordKind<R> kind, String name) {
        return new Pipe<>(
                kind,
                World.RESOURCES.of(kind).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private static <R> void generateAndEncode(Pipe<R> pipe) {
        for (int i = 0; i < RESOURCES; i++) {
            pipe.write(pipe.nextRecord());
        }
    }

    private static <R> void encode(Pipe<R> pipe) {
        for (int i = 0; i < RESOURCES; i++) {
            pipe.write(pipe.records.get(i));
        }
    }

    /** Makes records and writes their resources. */
    @Benchmark
    @OperationsPerInvocation(RESOURCES)
    public void generateAndEncode(Mapped mapped) {
        generateAndEncode(mapped.pipe);
    }

    /** Writes the resources of records that are there. */
    @Benchmark
    @OperationsPerInvocation(RESOURCES)
    public void encode(Mapped mapped) {
        encode(mapped.pipe);
    }

    /** Prints structures that are there with HAPI's parser. */
    @Benchmark
    @OperationsPerInvocation(RESOURCES)
    public void hapi(Mapped mapped, Blackhole hole) {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        for (Resource structure : mapped.pipe.structures) {
            hole.consume(parser.encodeResourceToString(structure));
        }
    }
}
