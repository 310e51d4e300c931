package io.github.clinicaldata.job.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every store of files keeps to. */
abstract class FileStoreContract {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Parts of this size are taken by all stores. */
    private static final int PART = 5 << 20;

    private final byte[] content = new byte[2 * PART + 12345];

    FileStoreContract() {
        new Random(1).nextBytes(content);
    }

    /** The store that is tested. */
    abstract FileStore store();

    private List<FilePart> parts() {
        List<FilePart> parts = new ArrayList<>();
        for (int from = 0; from < content.length; from += PART) {
            int length = Math.min(PART, content.length - from);
            parts.add(
                    new FilePart(
                            parts.size() + 1, from, length, Sha256.of(bytes(from), length), ""));
        }
        return parts;
    }

    private byte[] bytes(int from) {
        return Arrays.copyOfRange(content, from, Math.min(content.length, from + PART));
    }

    private FilePart write(String name, String upload, FilePart part) throws IOException {
        return store().write(name, upload, part, bytes((int) part.offset()));
    }

    private List<FilePart> writeAll(String name, String upload) throws IOException {
        List<FilePart> written = new ArrayList<>();
        for (FilePart part : parts()) {
            written.add(write(name, upload, part));
        }
        return written;
    }

    private String complete(String name) throws IOException {
        String upload = store().begin(name, "text/csv");
        store().complete(name, upload, writeAll(name, upload));
        return upload;
    }

    private byte[] read(String name, long from, long length) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (ByteBuffer chunk :
                store().read(name, from, length).collect().asList().await().atMost(SOON)) {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            read.writeBytes(bytes);
        }
        return read.toByteArray();
    }

    @Test
    void completeFile_hasTheBytesOfItsParts() throws IOException {
        complete("whole.csv");

        assertThat(read("whole.csv", 0, content.length)).isEqualTo(content);
    }

    @Test
    void range_hasItsBytes() throws IOException {
        complete("range.csv");

        assertThat(read("range.csv", PART - 7, 100_000))
                .isEqualTo(Arrays.copyOfRange(content, PART - 7, PART - 7 + 100_000));
        assertThat(read("range.csv", content.length - 1, 1))
                .containsExactly(content[content.length - 1]);
    }

    @Test
    void unfinishedFile_isNotThere() throws IOException {
        String upload = store().begin("unfinished.csv", "text/csv");
        writeAll("unfinished.csv", upload);

        assertThatThrownBy(() -> read("unfinished.csv", 0, 1)).isInstanceOf(Exception.class);
    }

    @Test
    void partsThatWereWritten_areIntact_andOthersAreNot() throws IOException {
        String upload = store().begin("parts.csv", "text/csv");
        List<FilePart> parts = parts();
        List<FilePart> recorded = new ArrayList<>();
        recorded.add(write("parts.csv", upload, parts.get(0)));
        recorded.add(write("parts.csv", upload, parts.get(1)));

        assertThat(store().intact("parts.csv", upload, List.of())).isZero();
        assertThat(store().intact("parts.csv", upload, recorded)).isEqualTo(2);
        recorded.add(parts.get(2));
        assertThat(store().intact("parts.csv", upload, recorded)).isEqualTo(2);
    }

    @Test
    void partThatIsWrittenAgain_changesNothing() throws IOException {
        String upload = store().begin("again.csv", "text/csv");
        write("again.csv", upload, parts().get(0));
        store().complete("again.csv", upload, writeAll("again.csv", upload));

        assertThat(read("again.csv", 0, content.length)).isEqualTo(content);
    }

    @Test
    void bytesAfterTheLastRecordedPart_areNotOfTheFile() throws IOException {
        String upload = store().begin("short.csv", "text/csv");
        List<FilePart> written = writeAll("short.csv", upload);
        store().complete("short.csv", upload, written.subList(0, 2));

        assertThat(read("short.csv", 0, 2 * PART)).hasSize(2 * PART);
        assertThatThrownBy(() -> read("short.csv", 2 * PART, 1)).isInstanceOf(Exception.class);
    }

    @Test
    void completing_isDoneOnce_andMayBeSaidTwice() throws IOException {
        String upload = store().begin("twice.csv", "text/csv");
        List<FilePart> written = writeAll("twice.csv", upload);
        store().complete("twice.csv", upload, written);
        assertThat(store().intact("twice.csv", upload, written)).isEqualTo(written.size());
        store().complete("twice.csv", upload, written);

        assertThat(read("twice.csv", 0, content.length)).isEqualTo(content);
    }

    @Test
    void completing_failsWhereTheFileIsGone() throws IOException {
        String upload = store().begin("gone.csv", "text/csv");
        List<FilePart> written = writeAll("gone.csv", upload);
        store().discard("gone.csv", upload);

        assertThat(store().intact("gone.csv", upload, written)).isZero();
        assertThatThrownBy(() -> store().complete("gone.csv", upload, written))
                .isInstanceOf(IOException.class);
    }

    @Test
    void beginningAnew_forgetsTheParts() throws IOException {
        String before = store().begin("anew.csv", "text/csv");
        List<FilePart> written = writeAll("anew.csv", before);
        String upload = store().begin("anew.csv", "text/csv");

        assertThat(store().intact("anew.csv", upload, written)).isZero();
    }

    @Test
    void discarding_removesAFile_andMayBeSaidOfNone() throws IOException {
        String upload = complete("away.csv");
        store().discard("away.csv", upload);
        store().discard("away.csv", upload);
        store().discard("never.csv", null);

        assertThatThrownBy(() -> read("away.csv", 0, 1))
                .hasStackTraceContaining("FileNotFoundException");
    }

    @Test
    void emptyFile_isAFile() throws IOException {
        String upload = store().begin("empty.csv", "text/csv");
        store().complete("empty.csv", upload, List.of());
        store().complete("empty.csv", upload, List.of());
        store().discard("empty.csv", upload);
    }

    @Test
    void readersWhoWait_areNotOverrun() throws IOException {
        complete("slow.csv");
        OneByOne reader = new OneByOne();
        store().read("slow.csv", 0, content.length).subscribe(reader);

        await().atMost(SOON).until(() -> reader.read.get() > 0);
        int first = reader.read.get();
        await().during(Duration.ofMillis(300)).until(() -> reader.read.get() == first);
        reader.subscription().request(1);
        await().atMost(SOON).until(() -> reader.read.get() > first);
        reader.subscription().cancel();
    }

    /** Asks for one piece and then waits. */
    private static final class OneByOne implements Flow.Subscriber<ByteBuffer> {
        private final AtomicInteger read = new AtomicInteger();
        private final AtomicReference<Flow.Subscription> given = new AtomicReference<>();

        Flow.Subscription subscription() {
            return given.get();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            given.set(subscription);
            subscription.request(1);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            read.incrementAndGet();
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("nobody asked for all");
        }
    }

    @Test
    void check_passes() throws IOException {
        store().check();
    }
}
