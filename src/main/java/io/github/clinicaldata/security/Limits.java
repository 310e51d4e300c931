package io.github.clinicaldata.security;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.config.SecurityConfig;
import io.github.clinicaldata.security.limit.Quota;
import io.github.clinicaldata.security.limit.QuotaState;
import io.github.clinicaldata.security.limit.SharedLedger;
import io.github.clinicaldata.security.limit.Usage;
import io.github.clinicaldata.security.limit.Usages;
import io.github.clinicaldata.stream.RecordAllowance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Holds every client to its quota: a key to that of keys, and who gives no key to that of
 * addresses. Too many requests or streams are refused; streams, jobs and feeds that make too many
 * records are slowed down.
 */
@Singleton
public final class Limits {
    private static final long STREAM_MAY_END_SECONDS = 1;

    private final boolean hold;
    private final Usages keys;
    private final Usages addresses;

    @Inject
    Limits(GeneratorConfig config, AccessPolicy policy, SharedQuotas shared) {
        this(config.security().quota(), policy.quotasHold(), shared.ledger());
    }

    private Limits(SecurityConfig.QuotaConfig config, boolean hold, @Nullable SharedLedger ledger) {
        this.hold = hold;
        keys =
                new Usages(
                        new Quota(
                                config.key().requestsPerMinute(),
                                config.key().recordsPerMinute(),
                                config.key().streams()),
                        Long.MAX_VALUE,
                        "key",
                        ledger);
        addresses =
                new Usages(
                        new Quota(
                                config.address().requestsPerMinute(),
                                config.address().recordsPerMinute(),
                                config.address().streams()),
                        config.rememberedAddresses(),
                        "address",
                        ledger);
    }

    private Usages usages(Caller caller) {
        return caller.key() == null ? addresses : keys;
    }

    /**
     * Counts a request.
     *
     * @return what the client has left
     * @throws AccessRefused.TooMuch when it has had too many
     */
    QuotaState request(Caller caller) {
        if (!hold) {
            return QuotaState.UNBOUNDED;
        }
        Usages usages = usages(caller);
        Usage usage = usages.of(caller.client());
        long nanos = usage.request();
        if (nanos > 0) {
            long seconds = Usage.seconds(nanos);
            throw new AccessRefused.TooMuch(
                    "%s may make %d requests a minute; the next is welcome in %d s"
                            .formatted(caller.name(), usages.quota().requestsPerMinute(), seconds),
                    usage.state(),
                    seconds);
        }
        return usage.state();
    }

    /** Counts records that were made for a client beside its streams. */
    void charge(Caller caller, long records) {
        if (hold) {
            usages(caller).of(caller.client()).charge(records);
        }
    }

    /**
     * How many records work may make that goes on after its request; null without bounds. The
     * client is looked up each time, since it may be forgotten between a job's parts.
     */
    @Nullable RecordAllowance records(@Nullable String keyId, String address) {
        Usages usages = keyId == null ? addresses : keys;
        if (!hold || usages.quota().recordsPerMinute() == 0) {
            return null;
        }
        String client = Caller.client(keyId, address);
        return new RecordAllowance() {
            @Override
            public int take(int most) {
                return usages.of(client).take(most);
            }

            @Override
            public void giveBack(int unused) {
                usages.of(client).giveBack(unused);
            }

            @Override
            public long nanosToNext() {
                return usages.of(client).nanosToNext();
            }
        };
    }

    /**
     * Takes one of the streams that a client may have at a time.
     *
     * @throws AccessRefused.TooMuch when it has them all
     */
    StreamLease openStream(Caller caller) {
        if (!hold) {
            return StreamLease.UNBOUNDED;
        }
        Usages usages = usages(caller);
        String client = caller.client();
        Usage usage = usages.openStream(client);
        if (usage == null) {
            throw new AccessRefused.TooMuch(
                    "%s may have %d streams at a time; one of them has to end first"
                            .formatted(caller.name(), usages.quota().streams()),
                    usages.of(client).state(),
                    STREAM_MAY_END_SECONDS);
        }
        return new StreamLease(
                usage.boundsRecords() ? usage : null, () -> usages.closeStream(client));
    }
}
