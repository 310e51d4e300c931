package io.github.clinicaldata.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UsagesTest {
    @Test
    void requests_areCountedByClient() {
        Usages usages = new Usages(new Quota(3, 0, 0), 1000);

        for (int i = 0; i < 3; i++) {
            assertThat(usages.of("a").request()).isZero();
        }
        // the next comes 20 s after the first of three a minute
        assertThat(usages.of("a").request()).isBetween(15_000_000_000L, 20_000_000_000L);
        assertThat(usages.of("b").request()).isZero();
    }

    @Test
    void fields_areThoseOfTheDraft() {
        Usages usages = new Usages(new Quota(60, 1000, 2), 1000);
        usages.of("a").request();
        usages.of("a").charge(500);
        usages.openStream("a");

        QuotaState state = usages.of("a").state();
        assertThat(state.policy())
                .isEqualTo(
                        "\"requests\";q=60;w=60, \"records\";q=1000;qu=\"records\";w=60,"
                                + " \"streams\";q=2;qu=\"concurrent-requests\"");
        assertThat(state.left())
                .matches(
                        "\"requests\";r=59;t=1, \"records\";r=5[0-9]{2};t=(29|30),"
                                + " \"streams\";r=1");
        assertThat(new Usages(Quota.NONE, 1000).of("a").state()).isEqualTo(QuotaState.UNBOUNDED);
    }

    @Test
    void records_areTakenWhileThereAreSome_andReturned() {
        Usage usage = new Usages(new Quota(0, 600, 0), 1000).of("a");

        assertThat(usage.take(500)).isEqualTo(500);
        usage.giveBack(100);
        assertThat(usage.take(500)).isBetween(200, 210);
        assertThat(usage.take(500)).isLessThan(10);
        usage.take(500);
        assertThat(usage.nanosToNext()).isBetween(1L, 100_000_000L);
    }

    @Test
    void recordsMadeAtOnce_areTakenOffWhatFollows() {
        Usage usage = new Usages(new Quota(0, 60, 0), 1000).of("a");
        usage.charge(120);

        assertThat(usage.take(10)).isZero();
        assertThat(usage.nanosToNext()).isGreaterThan(59_000_000_000L);
        assertThat(usage.state().left()).contains("\"records\";r=0;t=60");
    }

    @Test
    void streams_areBounded_andForgottenWithTheLast() {
        Usages usages = new Usages(new Quota(0, 0, 2), 1000);

        assertThat(usages.openStream("a")).isNotNull();
        assertThat(usages.openStream("a")).isNotNull();
        assertThat(usages.openStream("a")).isNull();
        assertThat(usages.openStream("b")).isNotNull();
        usages.closeStream("a");
        assertThat(usages.openStream("a")).isNotNull();

        usages.closeStream("a");
        usages.closeStream("a");
        usages.closeStream("b");
        assertThat(usages.streamingClients()).isZero();
    }

    @Test
    void refusedStream_ofAClientWithoutAny_leavesNothingBehind() throws Exception {
        Usages usages = new Usages(new Quota(0, 0, 1), 1000);
        AtomicInteger opened = new AtomicInteger();
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(
                    () -> {
                        for (int n = 0; n < 2000; n++) {
                            if (usages.openStream("a") != null) {
                                opened.incrementAndGet();
                                usages.closeStream("a");
                            }
                        }
                        return null;
                    });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Void> done : threads.invokeAll(clients)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(opened.get()).isPositive();
        assertThat(usages.streamingClients()).isZero();
        assertThat(usages.openStream("a")).isNotNull();
    }

    @Test
    void manyAddresses_areForgotten_butForThoseThatStream() {
        Usages usages = new Usages(new Quota(5, 0, 1), 1000);
        usages.openStream("streams");
        for (int i = 0; i < 50_000; i++) {
            usages.of("address " + i).request();
        }

        assertThat(usages.openStream("streams")).isNull();
        assertThat(usages.remembered()).isLessThan(2000);
    }
}
