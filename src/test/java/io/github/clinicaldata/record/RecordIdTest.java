package io.github.clinicaldata.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {
    private static final int TRIES = 1_000_000;

    @Property
    void id_carriesKindSeedAndIndex(
            @ForAll @IntRange(min = 0, max = RecordId.MAX_KIND) int kind,
            @ForAll @LongRange(min = 0, max = RecordId.MAX_SEED) long seed,
            @ForAll @LongRange(min = 0, max = RecordId.MAX_INDEX) long index) {
        RecordId id = RecordId.of(kind, seed, index);
        assertThat(id.content()).contains(new RecordId.Content(kind, seed, index));
        assertThat(RecordId.parse(id.toString())).contains(id);
    }

    @Property
    void id_isAUuidOfVersion8_andTheRfcsVariant(
            @ForAll @LongRange(min = 0, max = RecordId.MAX_SEED) long seed,
            @ForAll @LongRange(min = 0, max = RecordId.MAX_INDEX) long index) {
        UUID uuid = UUID.fromString(RecordId.of(1, seed, index).toString());
        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void allBounds_roundTrip() {
        for (int kind : new int[] {0, 1, RecordId.MAX_KIND}) {
            for (long seed : new long[] {0, 1, RecordId.MAX_SEED}) {
                for (long index : new long[] {0, 1, RecordId.MAX_INDEX}) {
                    assertThat(RecordId.of(kind, seed, index).content())
                            .contains(new RecordId.Content(kind, seed, index));
                }
            }
        }
    }

    @Test
    void neighbours_lookUnrelated() {
        Set<String> beginnings = new HashSet<>();
        Set<String> ends = new HashSet<>();
        for (long index = 0; index < 1000; index++) {
            String id = RecordId.of(1, 42, index).toString();
            beginnings.add(id.substring(0, 8));
            ends.add(id.substring(28));
        }
        assertThat(beginnings).hasSizeGreaterThan(995);
        assertThat(ends).hasSizeGreaterThan(995);
    }

    @Test
    void foreignUuids_areRefused_butForOneInSixteenMillion() {
        RandomStream stream = new RandomStream().reset(1, Aspect.named("foreign"));
        int accepted = 0;
        for (int i = 0; i < TRIES; i++) {
            // with the right version and variant, so that only the check can tell
            long high = stream.nextLong() & ~0xF000L | 0x8000L;
            long low = stream.nextLong() & ~(3L << 62) | 1L << 63;
            accepted += new RecordId(high, low).content().isPresent() ? 1 : 0;
        }
        // the mean is 0.06; three or more come once in 30,000 runs
        assertThat(accepted).isLessThan(3);
    }

    @Test
    void anIdWithOneBitTurned_isRefused() {
        RandomStream stream = new RandomStream().reset(2, Aspect.named("damaged"));
        int accepted = 0;
        for (int i = 0; i < TRIES; i++) {
            RecordId id = RecordId.of(1, stream.nextLong() >>> 16, stream.nextLong() >>> 22);
            int bit = stream.nextInt(128);
            RecordId damaged =
                    bit < 64
                            ? new RecordId(id.high() ^ 1L << bit, id.low())
                            : new RecordId(id.high(), id.low() ^ 1L << bit - 64);
            accepted += damaged.content().isPresent() ? 1 : 0;
        }
        assertThat(accepted).isLessThan(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "00000000-0000-0000-0000-00000000000",
                "00000000-0000-0000-0000-0000000000000",
                "g0000000-0000-0000-0000-000000000000",
                "0000000000000000000000000000000000000",
                "0000000-00000-0000-0000-000000000000",
                "0-0-0-0-0000000000000000000000000000",
                "+0000000-0000-0000-0000-000000000000",
                "\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10\uFF10-0000-0000-0000-000000000000",
                "00000000-0000-0000-0000-00000000000 "
            })
    void textThatIsNoUuid_isRefused(String text) {
        assertThat(RecordId.parse(text)).isEmpty();
    }

    @Test
    void upperCase_isTheSameId() {
        RecordId id = RecordId.of(1, 42, 7);
        assertThat(RecordId.parse(id.toString().toUpperCase(java.util.Locale.ROOT))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 9, 15})
    void otherUuidVersions_areRefused(long version) {
        RecordId id = RecordId.of(1, 42, 7);
        assertThat(new RecordId(id.high() & ~0xF000L | version << 12, id.low()).content())
                .isEmpty();
    }
}
