package io.github.clinicaldata.record.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SortingTest {
    /** What is sorted: by key, then rank; the name tells apart what is equal in both. */
    private record Event(long key, int rank, int name) {}

    private static final Comparator<Event> ORDER =
            Comparator.comparingLong(Event::key).thenComparingInt(Event::rank);

    /** Few keys, so that many are equal; sometimes one that does not fit, or is negative. */
    @Provide
    Arbitrary<List<Event>> events() {
        Arbitrary<Long> keys =
                Arbitraries.frequencyOf(
                        Tuple.of(40, Arbitraries.longs().between(0, 20)),
                        Tuple.of(10, Arbitraries.longs().between(0, 1L << 50)),
                        Tuple.of(1, Arbitraries.longs()));
        return keys.flatMap(
                        key ->
                                Arbitraries.integers()
                                        .between(0, 3)
                                        .map(rank -> new Event(key, rank, 0)))
                .list()
                .ofMaxSize(200)
                .map(SortingTest::named);
    }

    private static List<Event> named(List<Event> events) {
        List<Event> named = new ArrayList<>();
        for (Event each : events) {
            named.add(new Event(each.key(), each.rank(), named.size()));
        }
        return named;
    }

    @Property
    void lists_areSortedAsByTheOrderAlone(@ForAll("events") List<Event> events) {
        List<Event> expected = new ArrayList<>(events);
        expected.sort(ORDER);
        List<Event> sorted = new ArrayList<>(events);

        Sorting.sort(sorted, Event::key, ORDER);

        // with those that are equal in their own order
        assertThat(sorted).isEqualTo(expected);
    }

    @Property
    void arrays_areSortedAsByTheOrderAlone(@ForAll("events") List<Event> events) {
        List<Event> expected = new ArrayList<>(events);
        expected.sort(ORDER);
        Event[] sorted = events.toArray(new Event[0]);

        Sorting.sort(sorted, Event::key, ORDER);

        assertThat(sorted).containsExactlyElementsOf(expected);
    }
}
