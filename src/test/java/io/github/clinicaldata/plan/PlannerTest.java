package io.github.clinicaldata.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.clinicaldata.record.member.MembersKind;
import io.github.clinicaldata.support.World;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    @Test
    void nothingGiven_takesTheDefaults() {
        GenerationPlan<?> plan = PlanRequests.stream();
        assertThat(plan.population()).isEqualTo(World.POPULATION);
        assertThat(plan.indexes()).isEqualTo(IndexSequence.range(0, 100));
        assertThat(plan.format().name()).isEqualTo("ndjson");
        assertThat(plan.filter()).isNull();
        assertThat(plan.pace()).isNull();
    }

    @Test
    void thePopulation_isNamedByItsParameters() {
        GenerationPlan<?> plan =
                PlanRequests.stream("seed=7", "epoch=2025-01-01", "as_of=2025-06-30", "mbi=strict");
        assertThat(plan.population().name())
                .isEqualTo(
                        "seed=7;epoch=2025-01-01;as_of=2025-06-30;data_version="
                                + io.github.clinicaldata.record.Population.DATA_VERSION
                                + ";mbi=strict");
        assertThat(PlanRequests.stream("epoch=2025-01-01").population().asOf())
                .isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @Test
    void aKnobAtItsDefault_doesNotRenameThePopulation() {
        assertThat(PlanRequests.stream("mbi=synthetic").population()).isEqualTo(World.POPULATION);
    }

    @ParameterizedTest
    @CsvSource({
        "count=5,0,5",
        "count=5;offset=10,10,15",
        "until=8,0,8",
        "until=8;count=5,0,5",
        "until=4;count=5,0,4",
        "offset=34359738367;count=1,34359738367,34359738368",
        "count=unbounded,0,34359738368",
        "count=unbounded;until=9;offset=9,9,9",
        "count=30000000000,0,30000000000"
    })
    void rangesWithoutFilter_areKnownToTheIndex(String pairs, long from, long until) {
        IndexSequence indexes = PlanRequests.stream(pairs.split(";")).indexes();
        assertThat(indexes.from()).isEqualTo(from);
        assertThat(indexes.until()).isEqualTo(until);
    }

    @Test
    void withAFilter_theCountIsOfMatches_andTheRangeIsOpen() {
        GenerationPlan<?> plan = PlanRequests.stream("state=CA,NY", "count=5");
        assertThat(plan.count()).isEqualTo(5);
        assertThat(plan.remaining()).isEqualTo(5);
        assertThat(plan.indexes().until()).isEqualTo(MembersKind.SIZE);
        assertThat(plan.filter()).isNotNull();
    }

    @Test
    void aPage_isBounded_andSearchesNotForever() {
        assertThat(PlanRequests.page("limit=10", "offset=5").indexes())
                .isEqualTo(IndexSequence.range(5, 15));
        assertThat(PlanRequests.page("state=WY").indexes().until()).isEqualTo(1_000_000);
        assertThat(PlanRequests.page("offset=" + (MembersKind.SIZE - 1)).indexes().until())
                .isEqualTo(MembersKind.SIZE);
    }

    @Test
    void aResumedStream_isTheRestOfTheWhole() {
        assertThat(PlanRequests.stream("count=10", "resume_after=3").indexes())
                .isEqualTo(IndexSequence.range(4, 10));
        String prefix = ResumePoint.eventIdPrefix(World.POPULATION);
        assertThat(PlanRequests.resumed(prefix + "9", "count=10").indexes().isEmpty()).isTrue();
        GenerationPlan<?> filtered = PlanRequests.resumed(prefix + "900-3", "count=10", "state=CA");
        assertThat(filtered.remaining()).isEqualTo(7);
        assertThat(filtered.indexes().from()).isEqualTo(901);
        assertThat(PlanRequests.resumed(prefix + "9-99", "count=10", "state=CA").remaining())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-x", "1--5", "1-", "-1", "+1", "10", "99999999999999999999"})
    void anEventIdThatTheStreamNeverGave_isRefused(String rest) {
        String id = ResumePoint.eventIdPrefix(World.POPULATION) + rest;
        PlanRejected refusal =
                catchThrowableOfType(
                        PlanRejected.class, () -> PlanRequests.resumed(id, "until=10", "state=CA"));
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems().get(0).field()).isEqualTo("Last-Event-ID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "0000000000000000-7"})
    void anEventIdOfAnotherPopulation_isRefused(String id) {
        assertThat(catchThrowableOfType(PlanRejected.class, () -> PlanRequests.resumed(id)))
                .hasMessageContaining("no event of this population");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv,csv",
        "application/x-ndjson,ndjson",
        "application/jsonl,ndjson",
        "application/protobuf,protobuf",
        "*/*,ndjson"
    })
    void theAcceptedMediaType_choosesTheFormat(String accepted, String format) {
        assertThat(accepting("image/png", accepted).format().name()).isEqualTo(format);
    }

    @Test
    void anUnacceptableMediaType_getsWhatIsOffered() {
        PlanRejected.NotAcceptable refusal =
                catchThrowableOfType(
                        PlanRejected.NotAcceptable.class, () -> accepting("image/png"));
        assertThat(refusal.offered()).contains("text/csv", "application/x-protobuf");
    }

    private static GenerationPlan<?> accepting(String... mediaTypes) {
        return PlanRequests.PLANNER.plan(
                new PlanRequest(
                        "members",
                        PlanRequest.Shape.STREAM,
                        PlanRequests.parameters(),
                        List.of(mediaTypes),
                        "ndjson",
                        format -> true,
                        null));
    }

    @Test
    void partsThatAreLeftOut_giveAnotherEncoderButTheSamePlan() {
        assertThat(PlanRequests.stream("include_address=false", "include_contact=false").indexes())
                .isEqualTo(PlanRequests.stream().indexes());
    }

    @Test
    void aLookUp_takesTheSeedOfTheId_andRefusesOtherParameters() {
        assertThat(
                        PlanRequests.PLANNER
                                .population(World.MEMBERS, 9, PlanRequests.parameters())
                                .seed())
                .isEqualTo(9);
        assertThat(
                        catchThrowableOfType(
                                PlanRejected.class,
                                () ->
                                        PlanRequests.PLANNER.population(
                                                World.MEMBERS,
                                                9,
                                                PlanRequests.parameters("count=1"))))
                .hasMessageContaining("count");
    }
}
