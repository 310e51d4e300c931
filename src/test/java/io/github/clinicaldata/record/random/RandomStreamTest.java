package io.github.clinicaldata.record.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.support.Statistics;
import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final Aspect NAME = Aspect.named("name");
    private static final Aspect ADDRESS = Aspect.named("address");
    private static final int DRAWS = 200_000;

    @Test
    void anotherAspect_neverShiftsWhatTheOthersDraw() {
        long key = RandomKey.of(42, "members").at(7);
        long[] alone =
                LongStream.generate(new RandomStream().reset(key, NAME)::nextLong)
                        .limit(20)
                        .toArray();

        RandomStream shared = new RandomStream();
        shared.reset(key, Aspect.named("new")).nextLong();
        shared.reset(key, ADDRESS).nextDouble();
        long[] between = LongStream.generate(shared.reset(key, NAME)::nextLong).limit(20).toArray();

        assertThat(between).containsExactly(alone);
    }

    @Test
    void streamsOfNeighbours_shareNoNumber() {
        RandomStream stream = new RandomStream();
        LongStream.Builder all = LongStream.builder();
        for (long seed = 0; seed < 10; seed++) {
            for (long index = 0; index < 1_000; index++) {
                for (Aspect aspect : new Aspect[] {NAME, ADDRESS}) {
                    stream.reset(RandomKey.of(seed, "members").at(index), aspect);
                    for (int i = 0; i < 5; i++) {
                        all.add(stream.nextLong());
                    }
                }
            }
        }
        assertThat(all.build().distinct().count()).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 10, 100, 1000})
    void nextInt_isUniform(int bound) {
        RandomStream stream = new RandomStream().reset(1, NAME);
        long[] counts = new long[bound];
        for (int i = 0; i < DRAWS; i++) {
            counts[stream.nextInt(bound)]++;
        }
        assertUniform(counts);
    }

    @Test
    void firstDraws_ofNeighbouringIndexes_areUniformAndIndependentInPairs() {
        RandomStream stream = new RandomStream();
        RandomKey key = RandomKey.of(0, "members");
        long[] pairs = new long[32 * 32];
        int before = 0;
        for (int index = 0; index < DRAWS; index++) {
            int now = stream.reset(key.at(index), NAME).nextInt(32);
            pairs[before * 32 + now]++;
            before = now;
        }
        assertUniform(pairs);
    }

    @Test
    void firstDraws_ofTwoAspectsOfOneIndex_areIndependent() {
        RandomStream stream = new RandomStream();
        RandomKey key = RandomKey.of(0, "members");
        long[] pairs = new long[32 * 32];
        for (int index = 0; index < DRAWS; index++) {
            int one = stream.reset(key.at(index), NAME).nextInt(32);
            pairs[one * 32 + stream.reset(key.at(index), ADDRESS).nextInt(32)]++;
        }
        assertUniform(pairs);
    }

    @Test
    void firstDraws_ofOneIndexUnderNeighbouringSeeds_areUniform() {
        RandomStream stream = new RandomStream();
        long[] counts = new long[256];
        for (long seed = 0; seed < DRAWS; seed++) {
            counts[stream.reset(RandomKey.of(seed, "members").at(0), NAME).nextInt(256)]++;
        }
        assertUniform(counts);
    }

    @Test
    void eachBit_isSetHalfTheTime() {
        RandomStream stream = new RandomStream().reset(3, NAME);
        long[] set = new long[64];
        for (int i = 0; i < DRAWS; i++) {
            long bits = stream.nextLong();
            for (int bit = 0; bit < 64; bit++) {
                set[bit] += bits >>> bit & 1;
            }
        }
        // five standard deviations of a fair coin
        for (long count : set) {
            assertThat((double) count).isCloseTo(DRAWS / 2.0, within(5 * Math.sqrt(DRAWS) / 2));
        }
    }

    @Test
    void chance_comesAsOftenAsItsProbability() {
        RandomStream stream = new RandomStream().reset(4, NAME);
        int hits = 0;
        for (int i = 0; i < DRAWS; i++) {
            hits += stream.chance(0.05) ? 1 : 0;
        }
        assertThat(Statistics.chiSquare(new long[] {hits, DRAWS - hits}, new double[] {5, 95}))
                .isGreaterThan(Statistics.RARE);
        assertThat(stream.chance(0)).isFalse();
        assertThat(stream.chance(1)).isTrue();
    }

    @Property
    void draws_stayWithinTheirBounds(@ForAll long key, @ForAll @IntRange(min = 1) int bound) {
        RandomStream stream = new RandomStream().reset(key, NAME);
        for (int i = 0; i < 20; i++) {
            assertThat(stream.nextInt(bound)).isBetween(0, bound - 1);
            assertThat(stream.between(-3, 3)).isBetween(-3, 3);
            assertThat(stream.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
        }
    }

    private static void assertUniform(long[] counts) {
        double[] shares = new double[counts.length];
        Arrays.fill(shares, 1);
        assertThat(Statistics.chiSquare(counts, shares)).isGreaterThan(Statistics.RARE);
    }
}
