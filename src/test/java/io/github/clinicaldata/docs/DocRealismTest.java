package io.github.clinicaldata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.profile.Measure;
import io.github.clinicaldata.record.profile.Outcome;
import io.github.clinicaldata.record.profile.Profile;
import io.github.clinicaldata.record.profile.Sample;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import io.github.clinicaldata.support.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/realism.md and its plots show what the profiles of the default population say. */
class DocRealismTest {
    private static final int RECORDS = 50_000;
    private static final int MOST_ROWS = 40;
    private static final Path PLOTS = Path.of("docs", "realism");

    private final GeneratedPage page = new GeneratedPage("realism.md", "Realism");
    private final List<Path> plots = new ArrayList<>();

    @Test
    void plots_showWhatTheProfilesSay() throws IOException {
        page.paragraph(
                "Each plot shows how the values of the first "
                        + RECORDS
                        + " records of the default population lie (upper bars, blue), beside the"
                        + " shares that the source gives (lower bars, orange). Where a measure has"
                        + " more than "
                        + MOST_ROWS
                        + " values, those that are expected most are shown. The same figures for"
                        + " any population come from `GET /api/v1/KIND/profile` and from the"
                        + " command `profile KIND`; what the shares are of is said by the"
                        + " measure's description. Fields without a published distribution have no"
                        + " plot here; their sources, approximate where they say so, are in the"
                        + " headers of the files under `src/main/resources`.");
        for (RecordKind<?> kind : World.KINDS) {
            add(kind);
        }
        page.isUpToDate();
        try (Stream<Path> files = Files.list(PLOTS)) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(plots);
        }
    }

    private <R> void add(RecordKind<R> kind) throws IOException {
        if (kind.measures().stream().noneMatch(measure -> measure.source() != null)) {
            return;
        }
        page.section(kind.name());
        for (Profile.Finding finding : profile(kind)) {
            String source = finding.measure().source();
            if (source != null) {
                add(kind, finding.measure(), source, finding.outcome());
            }
        }
    }

    private void add(RecordKind<?> kind, Measure<?> measure, String source, Outcome outcome)
            throws IOException {
        page.subsection(measure.name());
        page.paragraph(measure.description() + ". Source: " + source + ".");
        List<Outcome.Row> rows = shown(outcome);
        if (rows.isEmpty()) {
            return;
        }
        String name = kind.name() + "-" + measure.name().replace('.', '-') + ".svg";
        Path plot = PLOTS.resolve(name);
        plots.add(plot);
        String title = kind.name() + ": " + measure.name().replace('_', ' ');
        GeneratedPage.assertUpToDate(plot, new BarChart(title, rows).svg());
        page.paragraph("![" + title + "](realism/" + name + ")");
        page.paragraph(
                String.format(
                        Locale.ROOT,
                        "The largest difference among these is %.2f percentage points.",
                        rows.stream().mapToDouble(DocRealismTest::difference).max().orElseThrow()));
    }

    private static double difference(Outcome.Row row) {
        Double expected = row.expected();
        return expected == null ? 0 : Math.abs(row.share() - expected) * 100;
    }

    /** The rows with an expectation, those expected most where there are many, in their order. */
    private static List<Outcome.Row> shown(Outcome outcome) {
        List<Outcome.Row> rows =
                outcome.rows().stream().filter(row -> row.expected() != null).toList();
        List<Outcome.Row> most =
                rows.stream()
                        .sorted(Comparator.comparingDouble(DocRealismTest::expected).reversed())
                        .limit(MOST_ROWS)
                        .toList();
        return rows.stream().filter(most::contains).collect(Collectors.toList());
    }

    private static double expected(Outcome.Row row) {
        Double expected = row.expected();
        return expected == null ? 0 : expected;
    }

    private static <R> List<Profile.Finding> profile(RecordKind<R> kind) {
        RecordReader<R> reader = kind.generator().open(World.POPULATION);
        Profile<R> profile = new Profile<>(kind, World.POPULATION);
        long index = 0;
        for (int found = 0; found < RECORDS; index++) {
            R record = reader.read(index);
            if (record != null) {
                profile.add(record);
                found++;
            }
        }
        double members =
                kind.indexes() instanceof EventSpace space
                        ? (double) index * MemberBlock.SIZE / space.block(World.POPULATION)
                        : 0;
        return profile.findings(new Sample(World.POPULATION, RECORDS, members, PlanYears.BACK));
    }
}
