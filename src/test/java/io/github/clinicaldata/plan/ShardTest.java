package io.github.clinicaldata.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.member.MembersKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The union of n shards is the whole, and no two share an index. */
class ShardTest {
    private static final int LONGEST = 5_000;

    private static List<Long> indexes(IndexSequence sequence, long before) {
        List<Long> indexes = new ArrayList<>();
        for (long i = sequence.from();
                i < Math.min(sequence.until(), before);
                i = sequence.after(i)) {
            indexes.add(i);
        }
        return indexes;
    }

    private static List<Long> union(String range, int shards, long before) {
        List<Long> all = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            List<String> pairs = new ArrayList<>(List.of(range.split(";")));
            pairs.add("shard=" + shard + "/" + shards);
            List<Long> own =
                    indexes(PlanRequests.stream(pairs.toArray(String[]::new)).indexes(), before);
            assertThat(own).isSorted();
            all.addAll(own);
        }
        return all;
    }

    private static void assertWhole(List<Long> union, long from, long until) {
        assertThat(union.stream().sorted().toList())
                .isEqualTo(LongStream.range(from, until).boxed().toList());
    }

    @Property(tries = 150)
    void ofARangeWithACount(
            @ForAll @IntRange(min = 1, max = 20) int shards,
            @ForAll @LongRange(max = MembersKind.SIZE / 2) long offset,
            @ForAll @LongRange(min = 1, max = LONGEST) long count) {
        assertWhole(
                union("offset=" + offset + ";count=" + count, shards, Long.MAX_VALUE),
                offset,
                offset + count);
    }

    @Property(tries = 150)
    void ofARangeWithAnEnd_filteredOrNot(
            @ForAll @IntRange(min = 1, max = 20) int shards,
            @ForAll @LongRange(max = MembersKind.SIZE / 2) long offset,
            @ForAll @LongRange(min = 0, max = LONGEST) long count) {
        String range = "offset=" + offset + ";until=" + (offset + count);
        assertWhole(union(range, shards, Long.MAX_VALUE), offset, offset + count);
        assertWhole(union(range + ";state=CA", shards, Long.MAX_VALUE), offset, offset + count);
    }

    @Property(tries = 150)
    void ofAnUnboundedRange_lookedAtFromItsStart(
            @ForAll @IntRange(min = 1, max = 20) int shards,
            @ForAll @LongRange(max = MembersKind.SIZE / 2) long offset,
            @ForAll @LongRange(min = 0, max = LONGEST) long prefix) {
        String range = "offset=" + offset + ";count=unbounded";
        assertWhole(union(range, shards, offset + prefix), offset, offset + prefix);
    }

    @Test
    void ofAnUnboundedRangeNearTheEndOfAllIndexes() {
        long end = MembersKind.SIZE;
        for (int shards = 1; shards <= 20; shards++) {
            assertWhole(
                    union("offset=" + (end - 200) + ";count=unbounded", shards, end),
                    end - 200,
                    end);
        }
    }

    @Test
    void shardsOfACount_areAsEvenAsTheyCanBe() {
        for (int shards = 1; shards <= 20; shards++) {
            List<Integer> sizes = new ArrayList<>();
            for (int shard = 0; shard < shards; shard++) {
                IndexSequence part = IndexSequence.part(3, 1_000, new Shard(shard, shards));
                sizes.add(indexes(part, Long.MAX_VALUE).size());
            }
            assertThat(
                            sizes.stream().mapToInt(i -> i).max().orElseThrow()
                                    - sizes.stream().mapToInt(i -> i).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theLargestCountAndShards_dontOverflow() {
        long count = MembersKind.SIZE;
        Shard last = new Shard(Shard.MAX_COUNT - 1, Shard.MAX_COUNT);
        assertThat(IndexSequence.part(0, count, last).until()).isEqualTo(count);
        assertThat(IndexSequence.part(0, count, new Shard(0, 1)).until()).isEqualTo(count);
    }

    @Property(tries = 200)
    void resumedAfterAnyIndex_aShardGoesOnWithItsNext(
            @ForAll @IntRange(min = 1, max = 20) int shards,
            @ForAll @IntRange(min = 0, max = 19) int any,
            @ForAll @LongRange(max = MembersKind.SIZE / 4) long offset,
            @ForAll @IntRange(min = 0, max = 300) int position) {
        IndexSequence whole =
                IndexSequence.interleaved(
                        offset, MembersKind.SIZE, new Shard(any % shards, shards), 64);
        List<Long> indexes = indexes(whole, offset + 300L * 20 + 64 * 21);
        int at = Math.min(position, indexes.size() - 2);
        IndexSequence rest = new ResumePoint("resume_after", indexes.get(at), 0).in(whole);
        assertThat(rest.from()).isEqualTo(indexes.get(at + 1));
        assertThat(indexes(rest, offset + 300L * 20 + 64 * 21))
                .isEqualTo(indexes.subList(at + 1, indexes.size()));
    }

    @Property(tries = 200)
    void contains_isTrueForExactlyTheIndexesOfASequence(
            @ForAll @IntRange(min = 1, max = 20) int shards,
            @ForAll @IntRange(min = 0, max = 19) int any,
            @ForAll @LongRange(max = 10_000) long offset) {
        IndexSequence sequence =
                IndexSequence.interleaved(
                        offset, offset + 4_000, new Shard(any % shards, shards), 64);
        List<Long> contained =
                LongStream.range(0, 20_000).filter(sequence::contains).boxed().toList();
        assertThat(contained).isEqualTo(indexes(sequence, Long.MAX_VALUE));
    }
}
