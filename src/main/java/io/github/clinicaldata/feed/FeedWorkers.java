package io.github.clinicaldata.feed;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run feeds: one for each, and a keeper that takes feeds on, gives signs of life
 * and learns what clients want. They begin when the server starts and the database may hold feeds,
 * or with the first feed; a command of the command line has none.
 */
@Singleton
final class FeedWorkers {
    private static final Logger LOG = Logger.getLogger(FeedWorkers.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
    private static final Duration LOOK_WHILE_RUNNING = Duration.ofMillis(500);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);
    private static final int LOOKS_A_LEASE = 5;

    private final Database database;
    private final FeedLeases leases;
    private final FeedStore store;
    private final FeedRuns opener;
    private final SecretRotation rotation;
    private final FeedsConfig config;
    private final boolean serves;
    private final Map<UUID, Running> running = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread keeper;
    private boolean takenBack;
    private Instant renewed = Instant.EPOCH;
    private Instant forgotten = Instant.EPOCH;
    private volatile boolean stopping;

    FeedWorkers(
            Database database,
            FeedLeases leases,
            FeedStore store,
            FeedRuns opener,
            SecretRotation rotation,
            GeneratorConfig config,
            @ConfigProperty(name = "quarkus.http.host-enabled") boolean serves) {
        this.database = database;
        this.leases = leases;
        this.store = store;
        this.opener = opener;
        this.rotation = rotation;
        this.config = config.feeds();
        this.serves = serves;
    }

    /** A run, the rate that it was last told, and its thread. */
    private static final class Running {
        private final FeedRun run;
        private final Thread thread;
        private @Nullable String rate;
        private @Nullable String arrival;

        Running(FeedRun run, Thread thread) {
            this.run = run;
            this.thread = thread;
            rate = run.feed().rate();
            arrival = run.feed().arrival();
        }
    }

    void starts(@Observes StartupEvent event) {
        if (serves && database.isInUse()) {
            start();
        }
    }

    /** Says that a feed was added or is wanted otherwise. */
    void wake() {
        start();
        news.release();
    }

    private synchronized void start() {
        if (keeper == null && !stopping) {
            keeper = thread("feed-keeper", this::keep);
            keeper.start();
        }
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private Duration look() {
        Duration idle = config.lease().dividedBy(LOOKS_A_LEASE);
        return running.isEmpty() || idle.compareTo(LOOK_WHILE_RUNNING) < 0
                ? idle
                : LOOK_WHILE_RUNNING;
    }

    private void keep() {
        while (!stopping) {
            try {
                lookAround();
            } catch (DatabaseUnavailableException e) {
                LOG.warnf("Feeds are not looked after: %s", e.getCause());
            } catch (RuntimeException e) {
                LOG.error("Feeds are not looked after", e);
            }
            try {
                if (news.tryAcquire(look().toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void lookAround() {
        Instant now = Instant.now();
        if (!running.isEmpty()) {
            if (now.isAfter(renewed.plus(config.lease().dividedBy(LOOKS_A_LEASE)))) {
                renewed = now;
                leases.renew(now.plus(config.lease()));
            }
            fulfil();
        }
        if (now.isAfter(forgotten.plus(FORGET_EVERY))) {
            forgotten = now;
            store.forget(now.minus(config.keepHistory()));
        }
        if (!takenBack) {
            rotation.run();
            if (database.isEmbedded()) {
                leases.takeBack();
            }
        }
        takenBack = true;
        while (!stopping && running.size() < config.maxRunning()) {
            Optional<Feed> feed = leases.claim(now, now.plus(config.lease()));
            if (feed.isEmpty()) {
                return;
            }
            begin(feed.get());
        }
    }

    /** Does what clients have wanted of feeds, through this server or another one. */
    private void fulfil() {
        Map<UUID, FeedLeases.Wish> wishes =
                leases.wishes().stream()
                        .collect(Collectors.toMap(FeedLeases.Wish::id, wish -> wish));
        running.forEach(
                (id, each) -> {
                    FeedLeases.Wish wish = wishes.get(id);
                    if (wish == null || !wish.state().isActive()) {
                        each.run.stop();
                    } else if (!Objects.equals(wish.rate(), each.rate)
                            || !Objects.equals(wish.arrival(), each.arrival)) {
                        each.rate = wish.rate();
                        each.arrival = wish.arrival();
                        opener.pace(each.run, wish.rate(), wish.arrival());
                    }
                });
    }

    private void begin(Feed feed) {
        Optional<FeedRun> opened = opener.open(feed);
        if (opened.isEmpty()) {
            leases.release(feed.id());
            return;
        }
        FeedRun run = opened.get();
        Thread thread = thread("feed-" + feed.id(), () -> run(run));
        running.put(feed.id(), new Running(run, thread));
        if (stopping) {
            run.stop();
        }
        thread.start();
    }

    private void run(FeedRun run) {
        UUID id = run.feed().id();
        boolean free = false;
        try {
            free = opener.run(run);
        } finally {
            // before the feed is free, when the keeper may begin another run of it
            running.remove(id);
        }
        if (free) {
            try {
                leases.release(id);
            } catch (DatabaseUnavailableException e) {
                LOG.debugf("Feed %s is free when its lease ends", id);
            }
        }
        news.release();
    }

    /** The run of a feed on this server, if there is one. */
    Optional<FeedRun> run(UUID id) {
        return Optional.ofNullable(running.get(id)).map(each -> each.run);
    }

    void stops(@Observes ShutdownEvent event) {
        stopping = true;
        running.values().forEach(each -> each.run.stop());
        news.release();
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        for (Running each : running.values()) {
            try {
                each.thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
