package io.github.clinicaldata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.FlatRecord;
import io.github.clinicaldata.support.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every format promises: a real reader of it gets back each value of each record, and sessions
 * don't touch each other.
 */
public abstract class RecordFormatContract {
    private static final StreamContext CONTEXT = new StreamContext(World.POPULATION, 0);

    private static long[] indexes(RecordKind<?> kind) {
        long last = kind.indexes().size(World.POPULATION) - 1;
        return LongStream.concat(LongStream.range(0, 1_500), LongStream.of(7_000_000_000L, last))
                .toArray();
    }

    /** The format under test. */
    protected abstract RecordFormat format();

    /** Between the name of a group and its fields' in what {@link #read} answers. */
    protected String separator() {
        return ".";
    }

    /** Reads a stream with a reader that is not ours; values as {@link FlatRecord} gives them. */
    protected abstract <R> List<Map<String, String>> read(
            RecordKind<R> kind, RecordSchema<R> schema, byte[] stream) throws Exception;

    /** The kinds that the format writes. */
    protected List<RecordKind<?>> kinds() {
        return World.KINDS.stream().filter(format()::supports).toList();
    }

    private static <R> byte[] stream(
            RecordKind<R> kind, RecordFormat format, RecordSchema<R> schema, long... indexes) {
        ByteSink sink = new ByteSink(16);
        EncoderSession<R> session = format.encoder(kind, schema).open(CONTEXT);
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        session.begin(sink);
        for (long index : indexes) {
            session.write(reader.present(index), sink);
        }
        session.end(sink);
        return sink.toByteArray();
    }

    private <R> List<Map<String, String>> expected(
            RecordKind<R> kind, RecordSchema<R> schema, long... indexes) {
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        return LongStream.of(indexes)
                .mapToObj(
                        index ->
                                FlatRecord.of(
                                        schema,
                                        reader.present(index),
                                        separator(),
                                        this::comparable))
                .toList();
    }

    private <R> void assertReadsBack(RecordKind<R> kind, RecordSchema<R> schema, long... indexes)
            throws Exception {
        List<Map<String, String>> found =
                read(kind, schema, stream(kind, format(), schema, indexes));
        List<Map<String, String>> expected = expected(kind, schema, indexes);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isEqualTo(expected.get(i));
        }
    }

    /** A value as far as the format keeps it. */
    protected String comparable(Field<?> field, String value) {
        return value;
    }

    @Test
    void everyKindIsWritten() {
        assertThat(kinds()).isNotEmpty();
    }

    @Test
    void aRealReader_getsEveryValueBack() throws Exception {
        for (RecordKind<?> kind : kinds()) {
            assertValuesOf(kind);
        }
    }

    private <R> void assertValuesOf(RecordKind<R> kind) throws Exception {
        assertReadsBack(kind, kind.schema(), indexes(kind));
    }

    @Test
    void aStreamOfNothing_isWellFormedAndEmpty() throws Exception {
        for (RecordKind<?> kind : kinds()) {
            assertNothingOf(kind);
        }
    }

    private <R> void assertNothingOf(RecordKind<R> kind) throws Exception {
        assertReadsBack(kind, kind.schema());
    }

    @Test
    void fieldsThatAreLeftOut_areNotWritten() throws Exception {
        for (RecordKind<?> kind : kinds()) {
            assertWithoutAddress(kind);
        }
    }

    private <R> void assertWithoutAddress(RecordKind<R> kind) throws Exception {
        RecordSchema<R> schema = kind.schema().without(Set.of("address", "phone", "email"));
        assertThat(schema.fields()).extracting(Field::name).doesNotContain("address", "phone");
        assertReadsBack(kind, schema, 0, 1, 2);
    }

    @Test
    void twoSessionsOfOneEncoder_dontTouchEachOther() {
        for (RecordKind<?> kind : kinds()) {
            assertSessionsApart(kind);
        }
    }

    private <R> void assertSessionsApart(RecordKind<R> kind) {
        RecordEncoder<R> encoder = format().encoder(kind, kind.schema());
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        List<EncoderSession<R>> sessions = List.of(encoder.open(CONTEXT), encoder.open(CONTEXT));
        List<ByteSink> sinks = List.of(new ByteSink(64), new ByteSink(1 << 16));
        for (int i = 0; i < 2; i++) {
            sessions.get(i).begin(sinks.get(i));
        }
        for (long index = 0; index < 50; index++) {
            for (int i = 0; i < 2; i++) {
                sessions.get(i).write(reader.present(index), sinks.get(i));
            }
        }
        byte[] alone = stream(kind, format(), kind.schema(), LongStream.range(0, 50).toArray());
        for (int i = 0; i < 2; i++) {
            sessions.get(i).end(sinks.get(i));
            assertThat(sinks.get(i).toByteArray()).isEqualTo(alone);
        }
    }

    @Test
    void selfContainedRecords_areTheSameAloneAndInAStream() {
        for (RecordKind<?> kind : kinds()) {
            if (format().selfContainedRecords()) {
                assertRecordsStandAlone(kind);
            }
        }
    }

    private <R> void assertRecordsStandAlone(RecordKind<R> kind) {
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        ByteSink together = new ByteSink(64);
        RecordEncoder<R> encoder = format().encoder(kind, kind.schema());
        encoder.open(CONTEXT).begin(together);
        for (long index = 0; index < 50; index++) {
            encoder.open(CONTEXT).write(reader.present(index), together);
        }
        encoder.open(CONTEXT).end(together);
        assertThat(together.toByteArray())
                .isEqualTo(
                        stream(kind, format(), kind.schema(), LongStream.range(0, 50).toArray()));
    }
}
