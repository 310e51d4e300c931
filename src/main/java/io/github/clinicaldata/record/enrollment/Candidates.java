package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.random.FixedSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The enrollments that a block may have in a year. Those that are a matter of chance are kept only
 * where their scores are low enough to be chosen. Not safe for use by several threads; used again
 * for each block.
 */
final class Candidates {
    private static final Comparator<EnrollmentEvent> ORDER =
            Comparator.comparingInt(EnrollmentEvent::file)
                    .thenComparingInt(event -> event.cover().position());

    private final FixedSample sample = new FixedSample();
    private final List<EnrollmentEvent> events = new ArrayList<>();
    private double bound;
    private double expected;

    /**
     * Starts anew.
     *
     * @param highest the score above which candidates are left out
     */
    void clear(double highest) {
        sample.clear();
        events.clear();
        bound = highest;
        expected = 0;
    }

    /** Adds what has to be there. */
    void require(EnrollmentEvent event) {
        sample.require();
        events.add(event);
        expected++;
    }

    /** Whether an event with a uniform number and a probability can be chosen at all. */
    boolean isLikely(double uniform, double probability) {
        return uniform < bound * probability;
    }

    /** Adds what is a matter of chance. */
    void offer(EnrollmentEvent event, double uniform, double probability) {
        sample.offer(uniform, probability);
        events.add(event);
    }

    /** Counts a chance, whether it is {@linkplain #isLikely likely} or not. */
    void expect(double probability) {
        expected += probability;
    }

    /** How many there are. */
    int size() {
        return events.size();
    }

    /** How many were to be expected by their probabilities. */
    double expected() {
        return expected;
    }

    /** Chooses so many, in the order of their files and of the members. */
    EnrollmentEvent[] choose(int count) {
        int[] numbers = sample.choose(count);
        List<EnrollmentEvent> chosen = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            chosen.add(events.get(number));
        }
        chosen.sort(ORDER);
        return chosen.toArray(new EnrollmentEvent[0]);
    }
}
