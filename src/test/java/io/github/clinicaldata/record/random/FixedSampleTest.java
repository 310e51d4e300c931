package io.github.clinicaldata.record.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FixedSampleTest {
    private final FixedSample sample = new FixedSample();
    private final RandomStream stream = new RandomStream();

    private void fill(long seed, int size) {
        stream.reset(seed, Aspect.named("sample"));
        sample.clear();
        for (int i = 0; i < size; i++) {
            if (stream.chance(0.1)) {
                sample.require();
            } else {
                sample.offer(stream.nextDouble(), stream.nextDouble() + 1e-6);
            }
        }
    }

    @Property(tries = 300)
    void choose_givesExactlyTheCount_ascendingAndWithoutRepeats(
            @ForAll @LongRange(min = 0, max = 1 << 30) long seed,
            @ForAll @IntRange(max = 700) int size,
            @ForAll @IntRange(max = 900) int count) {
        fill(seed, size);
        int[] chosen = sample.choose(count);
        assertThat(chosen).hasSize(Math.min(size, count)).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(chosen)).allMatch(number -> number >= 0 && number < size);
        assertThat(sample.choose(count)).containsExactly(chosen);
    }

    @Property(tries = 100)
    void choose_takesThoseOfTheSmallestScores(
            @ForAll @LongRange(min = 0, max = 1 << 30) long seed,
            @ForAll @IntRange(min = 1, max = 400) int size,
            @ForAll @IntRange(max = 400) int count) {
        stream.reset(seed, Aspect.named("scores"));
        sample.clear();
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            double uniform = stream.nextDouble();
            double probability = 0.01 + stream.nextDouble();
            scores[i] = (float) (uniform / probability) + 1f;
            assertThat(sample.offer(uniform, probability)).isEqualTo(i);
        }
        int[] expected =
                IntStream.range(0, size)
                        .boxed()
                        .sorted((a, b) -> Float.compare(scores[a], scores[b]))
                        .limit(count)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
        assertThat(sample.choose(count)).containsExactly(expected);
    }

    @Test
    void eachCandidate_isChosenAboutAsOftenAsItsProbability() {
        double[] probabilities = {0.05, 0.1, 0.2, 0.3, 0.5, 0.5, 0.6, 0.8, 0.95};
        int[] counts = new int[10 * probabilities.length];
        int rounds = 20_000;
        stream.reset(1, Aspect.named("marginal"));
        for (int round = 0; round < rounds; round++) {
            sample.clear();
            for (int i = 0; i < counts.length; i++) {
                sample.offer(stream.nextDouble(), probabilities[i % probabilities.length]);
            }
            assertThat(sample.expected()).isCloseTo(40, within(1e-9));
            for (int number : sample.choose(40)) {
                counts[number]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            assertThat((double) counts[i] / rounds)
                    .as("candidate %d", i)
                    .isCloseTo(probabilities[i % probabilities.length], within(0.02));
        }
    }

    @Test
    void required_comeFirst_andWithdrawnNever() {
        sample.clear();
        sample.offer(0, 1);
        int required = sample.require();
        int other = sample.offer(0.1, 1);
        assertThat(sample.choose(1)).containsExactly(required);
        sample.withdraw(required);
        sample.withdraw(required);
        assertThat(sample.size()).isEqualTo(2);
        assertThat(sample.choose(1)).containsExactly(0);
        assertThat(sample.choose(9)).containsExactly(0, other);
    }
}
