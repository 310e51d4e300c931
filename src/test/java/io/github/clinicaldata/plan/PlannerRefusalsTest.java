package io.github.clinicaldata.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each parameter's bad values: what can't be read, what can be read and is not allowed. */
class PlannerRefusalsTest {
    private static PlanRejected refused(String... pairs) {
        return catchThrowableOfType(PlanRejected.class, () -> PlanRequests.stream(pairs));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count=abc|count|whole number",
                "count=|count|whole number",
                "count=1.5|count|whole number",
                "count=1e6|count|whole number",
                "count=+5|count|whole number",
                "count=\u0665|count|whole number",
                "count=99999999999999999999|count|whole number",
                "offset=x|offset|whole number",
                "until=x|until|whole number",
                "seed=0x1|seed|whole number",
                "epoch=2026-13-01|epoch|date",
                "epoch=01/02/2026|epoch|date",
                "as_of=2026-02-30|as_of|date",
                "as_of=today|as_of|date",
                "shard=1|shard|0/8",
                "shard=a/b|shard|0/8",
                "shard=1/2/3|shard|0/8",
                "rate=fast|rate|500/s",
                "rate=-5/s|rate|500/s",
                "rate=500|rate|500/s",
                "rate=1..2/3m|rate|500/s",
                "include_address=yes|include_address|true or false",
                "resume_after=x|resume_after|index"
            })
    void whatCantBeRead_isUnreadable(String pair, String field, String said) {
        PlanRejected refusal = refused(pair);
        assertThat(refusal).isInstanceOf(PlanRejected.Unreadable.class);
        assertThat(refusal.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.issue()).contains(said);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count=0|count|from 1",
                "count=-1|count|from 1",
                "count=1099511627777|count|1099511627776",
                "offset=-1|offset|from 0",
                "offset=34359738368|offset|34359738367",
                "until=-1|until|from 0",
                "until=34359738369|until|34359738368",
                "seed=-1|seed|from 0",
                "seed=281474976710656|seed|281474976710655",
                "epoch=1969-12-31|epoch|1970",
                "as_of=2101-01-01|as_of|2100",
                "as_of=2025-12-31|as_of|epoch",
                "shard=8/8|shard|0/8",
                "shard=-1/8|shard|0/8",
                "shard=0/0|shard|0/8",
                "shard=0/65537|shard|65536",
                "rate=0/s|rate|above 0",
                "rate=10..0/5s|rate|above 0",
                "rate=10000001/s|rate|10000000",
                "arrival=bursty|arrival|steady, poisson",
                "arrival=poisson|arrival|rate",
                "mbi=real|mbi|synthetic, strict",
                "gender=x|gender|female, male",
                "state=XX|state|AK",
                "race=martian|race|white",
                "ethnicity=x|ethnicity|hispanic",
                "coverage=x|coverage|employer",
                "payer=x|payer|SYN01",
                "product=x|product|PPO",
                "age_min=121|age_min|0 to 120",
                "age_max=-1|age_max|0 to 120",
                "resume_after=34359738368|resume_after|no index of the stream"
            })
    void whatIsNotAllowed_isInvalid(String pair, String field, String said) {
        PlanRejected refusal = refused(pair);
        assertThat(refusal).isInstanceOf(PlanRejected.InvalidValue.class);
        assertThat(refusal.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.issue()).contains(said);
                        });
    }

    @Test
    void valuesThatContradictEachOther_areRefused() {
        assertThat(refused("age_min=40", "age_max=30")).hasMessageContaining("age_min");
        assertThat(refused("offset=10", "until=9")).hasMessageContaining("until");
        assertThat(refused("offset=34359738367", "count=2")).hasMessageContaining("count");
        assertThat(refused("shard=0/2", "state=CA", "count=5")).hasMessageContaining("until");
        assertThat(refused("epoch=2026-06-01", "as_of=2026-05-31")).hasMessageContaining("as_of");
    }

    @Test
    void allProblems_areToldAtOnce() {
        PlanRejected refusal = refused("count=0", "seed=abc", "state=XX", "shards=1/2", "rate=x");
        assertThat(refusal).isInstanceOf(PlanRejected.Unreadable.class);
        assertThat(refusal.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("count", "seed", "state", "shards", "rate");
    }

    @ParameterizedTest
    @CsvSource({
        "cout,count",
        "Count,count",
        "as-of,as_of",
        "asof,as_of",
        "ofset,offset",
        "shards,shard",
        "agemin,age_min",
        "sate,state",
        "formt,format"
    })
    void anUnknownParameter_getsTheNearestKnown(String given, String nearest) {
        assertThat(refused(given + "=1").problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo(given);
                            assertThat(problem.issue())
                                    .contains("did you mean " + nearest + "?")
                                    .contains("known are ", "offset", "age_min");
                        });
    }

    @ParameterizedTest
    @CsvSource({"limit", "foo", "x", "seat", "formula", "transaction"})
    void aNameThatIsNoSlipOfAnother_suggestsNone(String given) {
        assertThat(refused(given + "=1").problems())
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.issue())
                                        .startsWith("is not known here; known are ")
                                        .contains("count", "age_min"));
    }

    @Test
    void pages_sayWhatTheyTakeInsteadOfWhatStreamsTake() {
        for (String pair : List.of("count=5", "until=4")) {
            assertThat(catchThrowableOfType(PlanRejected.class, () -> PlanRequests.page(pair)))
                    .hasMessageContaining("limit")
                    .hasMessageNotContaining("did you mean");
        }
    }

    @Test
    void anUnknownParameterThatIsNearNone_getsAllKnown() {
        assertThat(refused("completely_different=1"))
                .hasMessageContaining("known are")
                .hasMessageContaining("age_min");
    }

    @Test
    void aParameterTwice_isRefused() {
        assertThat(refused("count=1", "count=2")).hasMessageContaining("2 times");
    }

    @Test
    void whatAStreamTakes_aPageRefuses_andTheOtherWayRound() {
        assertThat(refused("limit=5")).hasMessageContaining("limit");
        assertThat(catchThrowableOfType(PlanRejected.class, () -> PlanRequests.page("count=5")))
                .hasMessageContaining("count");
        assertThat(catchThrowableOfType(PlanRejected.class, () -> PlanRequests.page("limit=1001")))
                .hasMessageContaining("1000");
    }

    @ParameterizedTest
    @CsvSource({"count=many", "count=UNBOUNDED", "count=0"})
    void aCountThatIsNone_isToldThatUnboundedIsOne(String pair) {
        assertThat(refused(pair)).hasMessageEndingWith("to 1099511627776, or unbounded");
    }

    @ParameterizedTest
    @CsvSource({"resource=Patient", "framing=mllp", "include_address=false", "format=csv"})
    void aProfileWritesNothing_andRefusesHow(String pair) {
        PlanRejected refusal =
                catchThrowableOfType(
                        PlanRejected.class,
                        () ->
                                PlanRequests.PLANNER.plan(
                                        PlanRequests.request(
                                                PlanRequest.Shape.PROFILE, null, pair)));
        assertThat(refusal)
                .hasMessageStartingWith(pair.split("=", 2)[0] + ": is not known here; known are")
                .hasMessageNotContaining("delimiter");
    }

    @Test
    void aLongValue_isShownShortened() {
        String issue = refused("count=" + "9".repeat(1000)).problems().get(0).issue();
        assertThat(issue).hasSizeLessThan(200).contains("…");
    }

    @Test
    void anUnknownKindOrFormat_getsWhatThereIs() {
        PlanRequest request =
                new PlanRequest(
                        "claimz",
                        PlanRequest.Shape.STREAM,
                        PlanRequests.parameters(),
                        List.of(),
                        "ndjson",
                        format -> true,
                        null);
        assertThat(
                        catchThrowableOfType(
                                PlanRejected.NotFound.class,
                                () -> PlanRequests.PLANNER.plan(request)))
                .hasMessageContaining("members, observations, procedures, providers");
        PlanRejected.NotAcceptable refusal =
                catchThrowableOfType(
                        PlanRejected.NotAcceptable.class, () -> PlanRequests.stream("format=xml"));
        assertThat(refusal.offered())
                .containsExactly(
                        "csv", "fhir", "fhir-bundle", "hl7v2", "json", "ndjson", "protobuf");
    }

    @Test
    void aKindWithoutAnOfferedFormat_isRefusedAndSoIsADefaultThatIsNotOffered() {
        assertThat(refusedBy("claims", "hl7v2", "hl7v2"))
                .isInstanceOf(PlanRejected.InvalidValue.class)
                .hasMessageContaining("kind: \"claims\"")
                .hasMessageContaining("csv, fhir");
        assertThat(refusedBy("members", "ndjson", "hl7v2"))
                .isInstanceOf(PlanRejected.NotAcceptable.class)
                .hasMessageContaining("format: \"ndjson\"")
                .hasMessageContaining("offered are hl7v2");
    }

    private static PlanRejected refusedBy(String kind, String usual, String carried) {
        PlanRequest request =
                new PlanRequest(
                        kind,
                        PlanRequest.Shape.STREAM,
                        PlanRequests.parameters(),
                        List.of(),
                        usual,
                        format -> format.name().equals(carried),
                        null);
        return catchThrowableOfType(PlanRejected.class, () -> PlanRequests.PLANNER.plan(request));
    }

    @ParameterizedTest
    @CsvSource({"fhir", "fhir-bundle", "hl7v2"})
    void whatAStandardWrites_cantBeLeftOut(String format) {
        PlanRejected refusal = refused("format=" + format, "include_contact=false");
        assertThat(refusal).isInstanceOf(PlanRejected.InvalidValue.class);
        assertThat(refusal.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo("include_contact");
                            assertThat(problem.issue()).contains(format);
                        });
        assertThat(PlanRequests.stream("format=" + format, "include_contact=true")).isNotNull();
    }
}
