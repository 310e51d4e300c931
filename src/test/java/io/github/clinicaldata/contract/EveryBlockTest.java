package io.github.clinicaldata.contract;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.member.MembersKind;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No block of any population is so odd that its records can't be made or written in each variant of
 * each format. {@code -Dsweep.blocks=20000} looks at more blocks than is fit for each build.
 */
class EveryBlockTest {
    private static final int MANY = Integer.getInteger("sweep.blocks", 25);
    private static final long BLOCKS = MembersKind.SIZE / MemberBlock.SIZE;

    /**
     * How far apart the members are whose records are written; the others' are made all the same.
     */
    private static final int STEP = 21;

    /** A variant of a format, open for a kind. */
    private record Writer<R>(@Nullable Predicate<R> selected, EncoderSession<R> session) {}

    @ParameterizedTest
    @CsvSource({
        "42, 2026-01-01, 2026-01-01, denial_share, 0.1",
        "7, 2024-01-01, 2024-02-29, denial_share, 1",
        "0, 2026-01-01, 2027-12-31, invalid_share, 1",
        "281474976710655, 2030-01-01, 2032-07-04, invalid_share, 0.5",
    })
    void records_canBeMadeAndWrittenInEachBlock(
            long seed, LocalDate epoch, LocalDate asOf, String knob, String value) {
        Knobs knobs = new Knobs(new TreeMap<>(Map.of(knob, value)));
        Population population = new Population(seed, epoch, asOf, knobs);
        Map<String, List<Writer<?>>> writers = writers(population);
        for (int i = 0; i < MANY; i++) {
            write(population, writers, Math.floorMod(Mixer.combine(seed, i), BLOCKS));
        }
    }

    /** In these blocks fewer fills are covered than a year of a block has. */
    @Test
    void fillsWithoutAPayer_areNotBilled() {
        Map<String, List<Writer<?>>> writers = writers(World.POPULATION);
        write(World.POPULATION, writers, 4_021);
        write(World.POPULATION, writers, 8_596);
    }

    private static void write(
            Population population, Map<String, List<Writer<?>>> writers, long block) {
        Readers readers = new Readers(population);
        RecordKind<?> members = World.MEMBERS;
        for (RecordRelation relation : World.catalog().relations(members)) {
            RecordKind<?> kind = World.catalog().kind(relation.target()).orElseThrow();
            for (int member = 0; member < MemberBlock.SIZE; member += STEP) {
                long index = block * MemberBlock.SIZE + member;
                assertThatCode(
                                () ->
                                        write(
                                                kind,
                                                writers.getOrDefault(kind.name(), List.of()),
                                                readers,
                                                relation.finder().find(readers, index)))
                        .as("%s of member %d of %s", kind.name(), index, population.fingerprint())
                        .doesNotThrowAnyException();
            }
        }
    }

    @SuppressWarnings("unchecked") // the writers of a kind are of its records
    private static <R> void write(
            RecordKind<R> kind, List<Writer<?>> writers, Readers readers, long[] indexes) {
        RecordReader<R> reader = kind.generator().open(readers);
        ByteSink sink = new ByteSink(1 << 12);
        for (long index : indexes) {
            R record = reader.read(index);
            for (Writer<?> writer : writers) {
                Writer<R> ofKind = (Writer<R>) writer;
                if (record != null && (ofKind.selected == null || ofKind.selected.test(record))) {
                    ofKind.session.write(record, sink);
                    sink.truncate(0);
                }
            }
        }
    }

    private static Map<String, List<Writer<?>>> writers(Population population) {
        Map<String, List<Writer<?>>> writers = new LinkedHashMap<>();
        for (RecordKind<?> kind : World.KINDS) {
            List<Writer<?>> ofKind = new ArrayList<>();
            for (RecordFormat format : World.FORMATS) {
                if (format.supports(kind)) {
                    for (FormatOptions options : variants(format.options(kind))) {
                        ofKind.add(open(kind, format, options, population));
                    }
                }
            }
            writers.put(kind.name(), ofKind);
        }
        return writers;
    }

    private static List<FormatOptions> variants(List<FormatOption> options) {
        return options.isEmpty() || options.get(0).isNumber()
                ? List.of(FormatOptions.NONE)
                : options.get(0).words().stream()
                        .map(word -> new FormatOptions(Map.of(options.get(0).name(), word)))
                        .toList();
    }

    private static <R> Writer<R> open(
            RecordKind<R> kind, RecordFormat format, FormatOptions options, Population population) {
        EncoderSession<R> session =
                format.encoder(kind, kind.schema()).open(new StreamContext(population, 0, options));
        session.begin(new ByteSink(1 << 12));
        return new Writer<>(format.selection(kind, options), session);
    }
}
