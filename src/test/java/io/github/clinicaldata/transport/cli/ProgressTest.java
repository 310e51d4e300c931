package io.github.clinicaldata.transport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.json.NdjsonFormat;
import io.github.clinicaldata.plan.IndexSequence;
import io.github.clinicaldata.record.member.MembersKind;
import io.github.clinicaldata.stream.Chunk;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND = 1_000_000_000;
    private static final long END = MembersKind.SIZE;

    private static Progress progress(long until, long count, boolean filtered) {
        return new Progress(
                InProcess.members(
                        new NdjsonFormat(),
                        IndexSequence.range(0, until),
                        count,
                        filtered ? member -> true : null),
                0);
    }

    private static Chunk chunk(int records, long firstIndex) {
        return new Chunk(new byte[0], 1_500_000, records, firstIndex);
    }

    @Test
    void range_saysShareRateAndTimeLeft() {
        Progress progress = progress(4_000_000, Long.MAX_VALUE, false);
        progress.add(chunk(1_000_000, 0));

        assertThat(progress.line(2 * SECOND))
                .startsWith(" 25% [")
                .contains("#####---")
                .endsWith("] 1,000,000 members, 1.5 MB, 500,000/s, 0:06 left")
                .hasSizeLessThan(80);
    }

    @Test
    void filterWithoutEnd_countsRecords() {
        Progress progress = progress(END, 200, true);
        progress.add(chunk(50, 90_000));

        assertThat(progress.share()).isEqualTo(0.25);
    }

    @Test
    void filterWithoutCount_countsIndexes() {
        Progress progress = progress(1000, Long.MAX_VALUE, true);
        progress.add(chunk(3, 500));

        assertThat(progress.share()).isEqualTo(0.5);
    }

    @Test
    void unbounded_saysNoShare() {
        Progress progress = progress(END, Long.MAX_VALUE, false);
        progress.add(chunk(20, 0));

        assertThat(progress.line(4 * SECOND)).isEqualTo("20 members, 1.5 MB, 5/s");
    }

    @Test
    void rate_followsTheLastLinesAndNotOnlyTheAverage() {
        Progress progress = progress(END, Long.MAX_VALUE, false);
        progress.add(chunk(100, 0));
        assertThat(progress.line(SECOND)).endsWith(" 100/s");

        assertThat(progress.line(2 * SECOND)).endsWith(" 70/s");
    }

    @Test
    void largestNumbers_stayInOneLine() {
        Progress progress = progress(END - 1, Long.MAX_VALUE, false);
        progress.add(chunk(Integer.MAX_VALUE, 0));

        assertThat(progress.line(SECOND)).hasSizeLessThan(80);
    }

    @Test
    void summary_saysTheAverage() {
        Progress progress = progress(1000, Long.MAX_VALUE, false);
        progress.add(chunk(1000, 0));

        assertThat(progress.summary(2 * SECOND))
                .isEqualTo("1,000 members, 1.5 MB in 2.0 s (500/s)");
        assertThat(progress.summary(3661 * SECOND)).contains(" in 1:01:01 ");
    }
}
