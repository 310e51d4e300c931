package io.github.clinicaldata.job.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileStoreTest extends FileStoreContract {
    @TempDir Path directory;

    @Override
    FileStore store() {
        return new LocalFileStore(directory.resolve("files"), 0);
    }

    private FilePart part(byte[] bytes) {
        return new FilePart(1, 0, bytes.length, Sha256.of(bytes, bytes.length), "");
    }

    @Test
    void partWhoseBytesChangedOnTheDisk_isNotIntact() throws IOException {
        FileStore store = store();
        String upload = store.begin("a.csv", "text/csv");
        byte[] bytes = {1, 2, 3};
        FilePart written = store.write("a.csv", upload, part(bytes), bytes);
        Files.write(directory.resolve("files").resolve(upload), new byte[] {1, 9, 3});

        assertThat(store.intact("a.csv", upload, List.of(written))).isZero();
    }

    @Test
    void diskWithTooLittleRoom_takesNoPart() throws IOException {
        FileStore store = new LocalFileStore(directory, Long.MAX_VALUE);
        String upload = store.begin("a.csv", "text/csv");
        byte[] bytes = {1, 2, 3};

        assertThatThrownBy(() -> store.write("a.csv", upload, part(bytes), bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The disk is full");
    }

    @Test
    void directory_isMadeWithTheFirstFile() throws IOException {
        FileStore store = new LocalFileStore(directory.resolve("a/b"), 0);
        store.check();
        assertThat(directory.resolve("a")).doesNotExist();
        store.begin("a.csv", "text/csv");
        assertThat(directory.resolve("a/b")).isDirectory();
    }

    @Test
    void directoryThatIsAFile_failsTheCheck() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new LocalFileStore(file, 0).check())
                .isInstanceOf(IOException.class);
    }
}
