package io.github.clinicaldata.bench;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.json.NdjsonFormat;
import io.github.clinicaldata.format.x12.InstitutionalClaims;
import io.github.clinicaldata.format.x12.ProfessionalClaims;
import io.github.clinicaldata.format.x12.X12Format;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.claim.ClaimsKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Microseconds of CPU of one thread a claim: 837P and 837I beside NDJSON of the same claims, with
 * and without making them. CPU and not time, so that other work on the machine counts little; the
 * least of several rounds.
 */
public final class ClaimEncoding {
    private static final int CLAIMS = 20_000;
    private static final int ROUNDS = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ClaimsKind KIND = new ClaimsKind();
    private static final Population POPULATION = Population.of(42, LocalDate.of(2026, 1, 1));

    private ClaimEncoding() {}

    /** Runs all measurements. */
    public static void main(String... args) {
        for (ClaimType type : List.of(ClaimType.PROFESSIONAL, ClaimType.INSTITUTIONAL)) {
            String set = type == ClaimType.PROFESSIONAL ? "837p" : "837i";
            X12Format x12 =
                    new X12Format(List.of(new ProfessionalClaims(), new InstitutionalClaims()));
            List<Claim> claims = new ArrayList<>();
            RecordReader<Claim> reader = KIND.generator().open(POPULATION);
            for (long index = 0; claims.size() < CLAIMS; index++) {
                Claim claim = reader.present(index);
                if (claim.type() == type) {
                    claims.add(claim);
                }
            }
            // made once, as the server does: the JVM compiles each one anew
            RecordEncoder<Claim> lines = new NdjsonFormat().encoder(KIND, KIND.schema());
            RecordEncoder<Claim> segments = x12.encoder(KIND, KIND.schema());
            double ndjson = best(() -> encode(claims, lines, Map.of()));
            double written = best(() -> encode(claims, segments, Map.of("transaction", set)));
            print("%s alone: %.2f us; NDJSON alone: %.2f us; %.2f times", set, written, ndjson);
            double all = best(() -> make(type, lines, Map.of()));
            double allX12 = best(() -> make(type, segments, Map.of("transaction", set)));
            print("%s made: %.2f us; NDJSON made: %.2f us; %.2f times", set, allX12, all);
        }
    }

    private static void print(String format, String set, double x12, double ndjson) {
        System.out.printf(Locale.ROOT, format + "%n", set, x12, ndjson, x12 / ndjson);
    }

    private static double best(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best / CLAIMS / 1e3;
    }

    private static EncoderSession<Claim> session(
            RecordEncoder<Claim> encoder, Map<String, String> options) {
        return encoder.open(new StreamContext(POPULATION, 0, new FormatOptions(options)));
    }

    private static void encode(
            List<Claim> claims, RecordEncoder<Claim> encoder, Map<String, String> options) {
        ByteSink sink = new ByteSink(1 << 16);
        EncoderSession<Claim> session = session(encoder, options);
        session.begin(sink);
        for (int i = 0; i < claims.size(); i++) {
            write(session, claims.get(i), sink);
        }
    }

    private static void make(
            ClaimType type, RecordEncoder<Claim> encoder, Map<String, String> options) {
        ByteSink sink = new ByteSink(1 << 16);
        EncoderSession<Claim> session = session(encoder, options);
        session.begin(sink);
        RecordReader<Claim> reader = KIND.generator().open(POPULATION);
        int written = 0;
        for (long index = 0; written < CLAIMS; index++) {
            Claim claim = reader.present(index);
            if (claim.type() == type) {
                written++;
                write(session, claim, sink);
            }
        }
    }

    private static void write(EncoderSession<Claim> session, Claim claim, ByteSink sink) {
        session.write(claim, sink);
        if (sink.size() > 1 << 15) {
            sink.truncate(0);
        }
    }
}
