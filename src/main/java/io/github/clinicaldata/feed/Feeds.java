package io.github.clinicaldata.feed;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.feed.secret.FeedSecrets;
import io.github.clinicaldata.feed.target.TargetCatalog;
import io.github.clinicaldata.feed.target.TargetKind;
import io.github.clinicaldata.feed.target.TargetSettings;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.Pace;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.StoredParameters;
import io.github.clinicaldata.work.WorkRejected;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients do with feeds. All of it may block. */
@Singleton
public final class Feeds {
    private final FeedPlans plans;
    private final FeedStore store;
    private final FeedWorkers workers;
    private final TargetCatalog targets;
    private final FeedSecrets secrets;
    private final FeedsConfig config;

    Feeds(
            FeedPlans plans,
            FeedStore store,
            FeedWorkers workers,
            TargetCatalog targets,
            FeedSecrets secrets,
            GeneratorConfig config) {
        this.plans = plans;
        this.store = store;
        this.workers = workers;
        this.targets = targets;
        this.secrets = secrets;
        this.config = config.feeds();
    }

    /**
     * Takes on a feed, once it is checked. The same key with the same request brings the same feed.
     *
     * @throws PlanRejected when no such stream could be made, or its target is not allowed
     * @throws WorkRejected when too many feeds are open, or the key came with another request
     */
    public Feed submit(FeedRequest request) {
        TargetKind target = targets.named(request.targetType());
        GenerationPlan<?> plan = plans.check(request.kind(), request.parameters(), target);
        int batch = batch(request, target, plan.pace());
        String key = request.key();
        String digest = request.digest();
        if (key != null) {
            Optional<Feed> known = known(key, digest);
            if (known.isPresent()) {
                return known.get();
            }
        }
        targets.check(target, request.target());
        Map<String, String> hidden = targets.hidden(target, request.target());
        requireKept(hidden);
        Feed feed = feed(request, target, plan, batch);
        FeedStore.NewFeed added = new FeedStore.NewFeed(feed, hidden, key, digest);
        if (!store.add(added, config.maxOpen()) && key != null) {
            return known(key, digest).orElseThrow(WorkRejected.KeyReused::new);
        }
        workers.wake();
        return feed;
    }

    private void requireKept(Map<String, String> hidden) {
        if (!hidden.isEmpty() && !secrets.canBeKept()) {
            throw new PlanRejected.InvalidValue(
                    "target." + hidden.keySet().iterator().next(),
                    "is a secret, and this server has no key with which to keep it; its operator"
                            + " has to set CLINICAL_FEEDS_SECRET_KEY");
        }
    }

    private int batch(FeedRequest request, TargetKind target, @Nullable Pace pace) {
        Long given = request.batch();
        if (given == null) {
            int most = Math.min(config.maxBatch(), target.defaultBatch());
            // a batch that is not asked for makes nobody wait for more than about a second
            return pace == null
                    ? most
                    : (int) Math.max(1, Math.min(most, Math.min(pace.from(), pace.to())));
        }
        if (given < 1 || given > config.maxBatch()) {
            throw new PlanRejected.InvalidValue(
                    "batch", given + " must be from 1 to " + config.maxBatch());
        }
        return given.intValue();
    }

    private Optional<Feed> known(String key, String digest) {
        Optional<FeedStore.Known> known = store.findByKey(key);
        if (known.isPresent() && !known.get().digest().equals(digest)) {
            throw new WorkRejected.KeyReused();
        }
        return known.map(FeedStore.Known::feed);
    }

    private Feed feed(FeedRequest request, TargetKind target, GenerationPlan<?> plan, int batch) {
        Map<String, String> parameters =
                new TreeMap<>(StoredParameters.pinned(plan, request.parameters()));
        String rate = parameters.remove(FeedPlans.RATE);
        String arrival = parameters.remove(FeedPlans.ARRIVAL);
        TargetSettings shown = targets.shown(target, request.target());
        return new Feed(
                UUID.randomUUID(),
                plan.kind().name(),
                parameters,
                plan.format().name(),
                new Feed.Target(target.name(), shown),
                batch,
                request.onRefusal(),
                rate,
                arrival,
                FeedState.QUEUED,
                plan.mostRecords(),
                Feed.Progress.NONE,
                new Feed.Times(Instant.now().truncatedTo(ChronoUnit.MICROS), null, null),
                null,
                null,
                request.origin());
    }

    /**
     * A feed.
     *
     * @throws PlanRejected.NotFound when there is none
     */
    public Feed find(String id) {
        UUID uuid;
        try {
            uuid = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        return store.find(uuid).orElseThrow(Feeds::unknown);
    }

    private static PlanRejected.NotFound unknown() {
        return new PlanRejected.NotFound("id", "There is no feed with this id");
    }

    /** Records a second that a feed sends in this run; 0 where this server does not run it. */
    public long recordsPerSecond(Feed feed) {
        return workers.run(feed.id()).map(FeedRun::recordsPerSecond).orElse(0L);
    }

    /** Feeds, the latest first. */
    public FeedQuery.Page list(FeedQuery query) {
        return store.list(query);
    }

    /**
     * Changes the rate of a feed, live.
     *
     * @param rate as in the request for a feed, or null for as fast as the target takes
     * @param arrival how records spread in time, or null for evenly
     * @throws PlanRejected when there is no such feed or rate
     * @throws WorkRejected.WrongState when the feed has ended
     */
    public Feed pace(String id, @Nullable String rate, @Nullable String arrival) {
        Feed feed = find(id);
        plans.whole(feed, rate, arrival);
        if (!store.pace(feed.id(), rate, arrival)) {
            throw wrongState(find(id), "its rate can't be changed");
        }
        workers.wake();
        return find(id);
    }

    /**
     * Pauses a feed; twice is the same as once.
     *
     * @throws PlanRejected.NotFound when there is none
     * @throws WorkRejected.WrongState when it has ended
     */
    public Feed pause(String id) {
        Feed feed = find(id);
        if (!store.pause(feed.id()) && find(id).state() != FeedState.PAUSED) {
            throw wrongState(find(id), "it can't be paused");
        }
        stop(feed);
        return find(id);
    }

    /**
     * Lets a feed go on that was paused or has failed; one that runs is left alone.
     *
     * @throws PlanRejected.NotFound when there is none
     * @throws WorkRejected.WrongState when it has ended
     */
    public Feed resume(String id) {
        Feed feed = find(id);
        if (!store.resume(feed.id()) && !find(id).state().isActive()) {
            throw wrongState(find(id), "it can't go on");
        }
        workers.wake();
        return find(id);
    }

    /**
     * Ends a feed for good; twice is the same as once.
     *
     * @throws PlanRejected.NotFound when there is none
     */
    public Feed stop(String id) {
        Feed feed = find(id);
        store.stop(feed.id(), Instant.now());
        stop(feed);
        return find(id);
    }

    private void stop(Feed feed) {
        workers.run(feed.id()).ifPresent(FeedRun::stop);
    }

    private static WorkRejected wrongState(Feed feed, String consequence) {
        return new WorkRejected.WrongState(
                "The feed is " + feed.state().word() + "; " + consequence);
    }
}
