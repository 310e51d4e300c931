package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.csv.CsvFormat;
import io.github.clinicaldata.format.json.NdjsonFormat;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.IndexSequence;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.MembersKind;
import io.github.clinicaldata.record.provider.ProvidersKind;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.ChunkSource;
import io.github.clinicaldata.stream.Framing;
import io.github.clinicaldata.support.Settings;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parts of the product that tests use without starting it. */
public final class InProcess {
    static final MembersKind MEMBERS = new MembersKind();
    static final Catalog CATALOG =
            new Catalog(
                    List.of(MEMBERS, new ProvidersKind()),
                    List.of(new NdjsonFormat(), new CsvFormat()),
                    List.of());
    static final GeneratorConfig CONFIG = Settings.defaults();

    private static final Population POPULATION = Population.of(42, LocalDate.of(2026, 1, 1));

    private InProcess() {}

    static GenerationPlan<Member> members(
            RecordFormat format,
            IndexSequence indexes,
            long count,
            @Nullable Predicate<Member> filter) {
        return new GenerationPlan<>(
                MEMBERS,
                format,
                format.encoder(MEMBERS, MEMBERS.schema()),
                FormatOptions.NONE,
                POPULATION,
                indexes,
                count,
                0,
                filter,
                1_000_000,
                null);
    }

    /** The bytes that every transport has to deliver for a range of members. */
    public static byte[] memberBytes(RecordFormat format, long from, long until) {
        ChunkSource<Member> source =
                new ChunkSource<>(
                        members(format, IndexSequence.range(from, until), Long.MAX_VALUE, null),
                        Framing.NONE,
                        1 << 16,
                        2048);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!source.isDone()) {
            Chunk chunk = source.next(Integer.MAX_VALUE);
            bytes.write(chunk.bytes(), 0, chunk.length());
        }
        return bytes.toByteArray();
    }
}
