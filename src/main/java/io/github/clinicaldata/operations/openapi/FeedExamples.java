package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.feed.Feed;
import io.github.clinicaldata.feed.FeedState;
import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.transport.http.Envelope;
import io.github.clinicaldata.transport.http.feed.FeedView;
import io.github.clinicaldata.transport.http.feed.FeedsResource;
import io.github.clinicaldata.work.Origin;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Feeds as the document shows them. */
@Singleton
final class FeedExamples {
    /** The id of the feed that is shown. */
    static final String ID = "5b1d9c3e-7a20-4f68-9c41-2d3e4f5a6b7c";

    private static final Instant TAKEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String URL = "https://intake.example.org/members";
    private static final int COUNT = 100_000;
    private static final int BATCH = 100;
    private static final Feed.Progress PROGRESS = new Feed.Progress(12_399L, 12_400, 0, 9_523_200);

    private final Examples examples;

    FeedExamples(Examples examples) {
        this.examples = examples;
    }

    /** A body of a request. */
    Object body() {
        return examples.parse(
                """
                {"kind": "members", "count": 100000, "rate": "100/s", "batch": 100,
                 "target": {"type": "http", "url": "%s",
                            "signing_key": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}}
                """
                        .formatted(URL));
    }

    private static FeedView view(FeedState state) {
        boolean begun = state != FeedState.QUEUED;
        return FeedView.of(
                new Feed(
                        UUID.fromString(ID),
                        "members",
                        Map.of("count", String.valueOf(COUNT), "format", "ndjson"),
                        "ndjson",
                        new Feed.Target(
                                "http",
                                new TargetSettings(
                                        Map.of(
                                                "url",
                                                URL,
                                                "signing_key",
                                                TargetSettings.TAKEN_OUT))),
                        BATCH,
                        Feed.OnRefusal.STOP,
                        "100/s",
                        null,
                        state,
                        COUNT,
                        begun ? PROGRESS : Feed.Progress.NONE,
                        new Feed.Times(
                                TAKEN,
                                begun ? TAKEN : null,
                                state.isFinal() ? TAKEN.plusSeconds(124) : null),
                        null,
                        null,
                        new Origin(Examples.REQUEST_ID, null, null, "127.0.0.1", null)),
                state == FeedState.RUNNING ? BATCH : 0);
    }

    /** The answer about a feed. */
    Object feed(FeedState state) {
        return examples.tree(Envelope.of(view(state), examples.meta()));
    }

    /** A page of one feed. */
    Object page() {
        FeedsResource.Page page =
                new FeedsResource.Page(List.of(view(FeedState.RUNNING)), JobExamples.CURSOR);
        return examples.tree(Envelope.of(page, examples.meta()));
    }
}
