package io.github.clinicaldata.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.support.FlatRecord;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What every kind promises: a record is a pure function of population and index, whoever asks, in
 * which order and on which thread.
 *
 * @param <R> the type of record
 */
public abstract class RecordKindContract<R> {
    private static final int RANGE = 2_000;
    private final long[] scattered = {
        0,
        1,
        7,
        63,
        64,
        65,
        4_095,
        1_048_575,
        1_048_576,
        7_000_000_000L,
        kind().indexes().size(World.POPULATION) - 1
    };

    /** The kind under test. */
    protected abstract RecordKind<R> kind();

    /** Paths of fields that a later {@code asOf} may make known or move on. */
    protected abstract Set<String> pathsThatBecomeKnown();

    /** Paths of a shared part of the schema that make no sense where this kind uses it. */
    protected Set<String> pathsThatNeverApply() {
        return Set.of();
    }

    private R at(long index) {
        return kind().generator().present(World.POPULATION, index);
    }

    private List<Long> mixedIndexes() {
        List<Long> indexes = new ArrayList<>();
        LongStream.range(0, RANGE).forEach(indexes::add);
        LongStream.of(scattered).forEach(indexes::add);
        return indexes;
    }

    private List<R> read(List<Long> indexes, Population population) {
        RecordReader<R> reader = kind().generator().open(population);
        return indexes.stream().map(reader::present).toList();
    }

    private Map<String, String> flat(R record) {
        return FlatRecord.of(kind().schema(), record, ".");
    }

    private RecordId.Content idContent(R record) {
        return RecordId.parse(flat(record).getOrDefault("id", ""))
                .flatMap(RecordId::content)
                .orElseThrow();
    }

    /** Where a population has the same records; a later {@code asOf} moves those of events. */
    private List<Long> inPopulation(List<R> records, Population population) {
        return records.stream()
                .map(record -> kind().indexes().indexOf(population, idContent(record).index()))
                .toList();
    }

    @Test
    void sameIndex_givesAnEqualRecord() {
        for (long index : scattered) {
            assertThat(at(index)).isEqualTo(at(index));
        }
    }

    @Test
    void indexSevenAlone_equalsIndexSevenInARange() {
        assertThat(at(7)).isEqualTo(read(mixedIndexes(), World.POPULATION).get(7));
    }

    @Test
    void orderOfReading_makesNoDifference() {
        List<Long> indexes = mixedIndexes();
        List<R> inOrder = read(indexes, World.POPULATION);
        List<Integer> positions =
                new ArrayList<>(
                        LongStream.range(0, indexes.size())
                                .mapToInt(i -> (int) i)
                                .boxed()
                                .toList());
        Collections.shuffle(positions, new Random(1));
        RecordReader<R> reader = kind().generator().open(World.POPULATION);
        for (int position : positions) {
            assertThat(reader.present(indexes.get(position))).isEqualTo(inOrder.get(position));
        }
    }

    @Test
    void aFreshReaderForEachRecord_makesNoDifference() {
        List<R> reused = read(mixedIndexes(), World.POPULATION);
        for (int i = 0; i < reused.size(); i += 13) {
            assertThat(at(mixedIndexes().get(i))).isEqualTo(reused.get(i));
        }
    }

    @Test
    void eightThreads_makeNoDifference() throws Exception {
        List<R> alone = read(mixedIndexes(), World.POPULATION);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<R>> task = () -> read(mixedIndexes(), World.POPULATION);
            for (Future<List<R>> together : threads.invokeAll(Collections.nCopies(8, task))) {
                assertThat(together.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void laterAsOf_addsWhatBecameKnown_andChangesNothingElse() {
        List<Long> indexes = mixedIndexes();
        List<R> before = read(indexes, World.POPULATION);
        for (LocalDate asOf : List.of(World.EPOCH.plusDays(100), World.EPOCH.plusYears(2))) {
            Population later =
                    new Population(
                            World.POPULATION.seed(), World.EPOCH, asOf, World.POPULATION.knobs());
            List<R> after = read(inPopulation(before, later), later);
            for (int i = 0; i < before.size(); i++) {
                Map<String, String> now = flat(after.get(i));
                Map<String, String> then = flat(before.get(i));
                now.keySet().removeAll(pathsThatBecomeKnown());
                then.keySet().removeAll(pathsThatBecomeKnown());
                assertThat(now).isEqualTo(then);
            }
            before = after;
        }
    }

    @Test
    void fieldsThatAreNotOptional_areNeverNull() {
        // FlatRecord throws at a null that the schema does not allow
        read(mixedIndexes(), World.POPULATION)
                .forEach(record -> assertThat(flat(record)).isNotEmpty());
    }

    @Test
    void optionalFields_areSometimesThere() {
        Set<String> seen = new TreeSet<>();
        RecordReader<R> reader = kind().generator().open(World.POPULATION);
        for (long index = 0; index < 20_000; index++) {
            for (String path : flat(reader.present(index)).keySet()) {
                seen.add(FlatRecord.withoutPositions(path));
            }
        }
        assertThat(pathsThatNeverApply()).noneMatch(seen::contains);
        seen.addAll(pathsThatNeverApply());
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(FlatRecord.paths(kind().schema(), "."));
    }

    @Test
    void id_carriesKindSeedAndIndex() {
        for (long seed : new long[] {0, 42, RecordId.MAX_SEED}) {
            for (long index : scattered) {
                Population population = Population.of(seed, World.EPOCH);
                R record = kind().generator().present(population, index);
                RecordId.Content content = idContent(record);
                assertThat(content.kindCode()).isEqualTo(kind().code());
                assertThat(content.seed()).isEqualTo(seed);
                assertThat(kind().indexes().indexOf(population, content.index())).isEqualTo(index);
            }
        }
    }

    @Test
    void anotherSeed_givesOtherRecords() {
        List<R> one = read(mixedIndexes(), World.POPULATION);
        List<R> other = read(mixedIndexes(), Population.of(43, World.EPOCH));
        assertThat(other).doesNotContainAnyElementsOf(one);
    }

    @Test
    void everyFilter_takesItsExample_andRefusesNonsense() {
        for (RecordFilter<R> filter : kind().filters()) {
            assertThat(filter.binder().bind(filter.example(), World.POPULATION)).isNotNull();
            assertThatIllegalArgumentException()
                    .as(filter.name())
                    .isThrownBy(() -> filter.binder().bind("no such value", World.POPULATION));
        }
    }

    @Test
    void everyKnob_takesItsExample_refusesNonsense_andKeepsIds() {
        for (Knob<?> knob : kind().knobs()) {
            assertThat(knob.parser().apply(knob.example())).as(knob.name()).isPresent();
            assertThat(knob.parser().apply("no;such=value")).as(knob.name()).isEmpty();
            Population turned =
                    new Population(
                            World.POPULATION.seed(),
                            World.EPOCH,
                            World.EPOCH,
                            new Knobs(new TreeMap<>(Map.of(knob.name(), knob.example()))));
            assertThat(turned.name()).endsWith(";" + knob.name() + "=" + knob.example());
            for (long index : scattered) {
                R record = kind().generator().present(turned, index);
                assertThat(record).isEqualTo(kind().generator().present(turned, index));
                assertThat(idContent(record)).isEqualTo(idContent(at(index)));
            }
        }
    }

    @Test
    void relations_findIndexesInTheirOrder() {
        for (RecordRelation relation : kind().relations()) {
            for (long index : scattered) {
                long[] found = relation.finder().find(World.POPULATION, index);
                assertThat(found).isSorted().doesNotHaveDuplicates();
                assertThat(LongStream.of(found)).allMatch(each -> each >= 0);
            }
        }
    }

    @Test
    void names_areWrittenAsUrlsAndCodesNeedThem() {
        assertThat(kind().name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(kind().singular()).matches("[a-z]+(_[a-z]+)*");
        assertThat(kind().code()).isBetween(1, RecordId.MAX_KIND);
        assertThat(kind().description()).isNotBlank();
        assertThat(FlatRecord.paths(kind().schema(), "."))
                .allSatisfy(
                        path -> assertThat(path).matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*"));
    }
}
