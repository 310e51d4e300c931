package io.github.clinicaldata.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.support.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final int BLOCKS = 3;
    private static final int READS = 800;

    /** What is read of one kind, in order. */
    private static final class Reading<R> {
        private final RecordKind<R> kind;
        private final RecordReader<R> shared;
        private final List<Long> indexes = new ArrayList<>();
        private final ByteSink sink = new ByteSink(1 << 16);
        private final EncoderSession<R> session;

        Reading(RecordKind<R> kind, Readers readers) {
            this.kind = kind;
            shared = kind.generator().open(readers);
            session = session();
        }

        private EncoderSession<R> session() {
            RecordFormat format = World.format("ndjson");
            return format.encoder(kind, kind.schema()).open(new StreamContext(World.POPULATION, 0));
        }

        void readOne(Random random) {
            long block = Math.max(64, kind.indexes().block(World.POPULATION));
            long index = random.nextInt(BLOCKS) * block * 1_000 + random.nextInt((int) block);
            R record = shared.read(index);
            if (record != null) {
                indexes.add(index);
                session.write(record, sink);
            }
        }

        byte[] alone() {
            ByteSink alone = new ByteSink(1 << 16);
            EncoderSession<R> other = session();
            Map<Long, R> read = new HashMap<>();
            for (long index : indexes) {
                R record =
                        read.computeIfAbsent(
                                index, one -> kind.generator().present(World.POPULATION, one));
                other.write(record, alone);
            }
            return alone.toByteArray();
        }
    }

    @Test
    void readersThatShare_readInAnyOrder_whatReadersAloneRead() {
        Readers readers = new Readers(World.POPULATION);
        List<Reading<?>> readings = new ArrayList<>();
        World.KINDS.forEach(kind -> readings.add(new Reading<>(kind, readers)));
        Random random = new Random(7);
        for (int i = 0; i < READS; i++) {
            readings.get(random.nextInt(readings.size())).readOne(random);
        }
        for (Reading<?> reading : readings) {
            assertThat(reading.indexes).as(reading.kind.name()).hasSizeGreaterThan(20);
            assertThat(reading.sink.toByteArray())
                    .as(reading.kind.name())
                    .isEqualTo(reading.alone());
        }
    }

    @Test
    void readerOfAType_isOpenedOnce() {
        Readers readers = new Readers(World.POPULATION);
        for (RecordKind<?> kind : World.KINDS) {
            if (!kind.name().equals("members") && !kind.name().equals("providers")) {
                assertThat(kind.generator().open(readers)).isSameAs(kind.generator().open(readers));
            }
        }
    }
}
