package io.github.clinicaldata.bench;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.fhir.ExplanationOfBenefitMapping;
import io.github.clinicaldata.format.fhir.JsonResourceWriter;
import io.github.clinicaldata.format.fhir.hapi.HapiResourceWriter;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimsKind;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.hl7.fhir.r4.model.Resource;

/**
 * Microseconds of a thread's CPU for one ExplanationOfBenefit: writing its bytes, with the making
 * of its claim and without, and printing the same structure by HAPI's parser. A plain loop, so that
 * it can be run where JMH's forks are too much: {@code java … BenefitBenchmark [rounds]}.
 */
public final class BenefitBenchmark {
    private static final int CLAIMS = 4_096;
    private static final int PRINTED = 512;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Population POPULATION = Population.of(42, LocalDate.of(2026, 1, 1));

    private final ExplanationOfBenefitMapping mapping = new ExplanationOfBenefitMapping();
    private final RecordReader<Claim> reader = new ClaimsKind().generator().open(POPULATION);
    private final List<Claim> claims = new ArrayList<>();
    private final List<Resource> structures = new ArrayList<>();
    private final ByteSink sink = new ByteSink(1 << 16);
    private final JsonResourceWriter writer = JsonResourceWriter.ofResources();
    private final IParser parser = FhirContext.forR4Cached().newJsonParser();
    private final PrintStream out;
    private long next;
    private long bytes;

    private BenefitBenchmark(PrintStream out) {
        this.out = out;
        for (long index = 0; claims.size() < CLAIMS; index++) {
            Claim claim = reader.read(index);
            if (claim != null && mapping.writes(claim)) {
                claims.add(claim);
            }
        }
        for (Claim claim : claims.subList(0, PRINTED)) {
            HapiResourceWriter structure = new HapiResourceWriter();
            mapping.write(claim, POPULATION, structure);
            structures.add(structure.resource());
        }
    }

    /** Measures; the first argument is how many rounds are printed, 5 when there is none. */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        new BenefitBenchmark(System.out).run(rounds);
    }

    private void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            bytes = 0;
            double generate = micros(CLAIMS, ignored -> generate());
            double encode = micros(CLAIMS, i -> write(claims.get((int) i)));
            double size = (double) bytes / CLAIMS;
            double both = micros(CLAIMS, ignored -> write(generate()));
            double hapi = micros(PRINTED, i -> print(structures.get((int) i)));
            out.printf(
                    "%.0f bytes; generate %.2f, encode %.2f, both %.2f, HAPI prints %.1f us; %.0f"
                            + " times%n",
                    size, generate, encode, both, hapi, hapi / encode);
        }
    }

    private static double micros(int count, LongConsumer work) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            work.accept(i);
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / count;
    }

    private Claim generate() {
        Claim claim = reader.read(next++);
        while (claim == null || !mapping.writes(claim)) {
            claim = reader.read(next++);
        }
        return claim;
    }

    private void write(Claim claim) {
        sink.truncate(0);
        mapping.write(claim, POPULATION, writer.to(sink));
        bytes += sink.size();
    }

    private void print(Resource structure) {
        bytes += parser.encodeResourceToString(structure).getBytes(StandardCharsets.UTF_8).length;
    }
}
