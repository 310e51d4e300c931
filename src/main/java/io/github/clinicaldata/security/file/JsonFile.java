package io.github.clinicaldata.security.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON that only its owner may read. A change is written beside it and moved into its
 * place, so that a reader sees the one or the other, and a lock keeps two writers, also of two
 * processes, apart.
 *
 * @param <C> what it holds
 */
final class JsonFile<C> {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
    private static final String PRIVATE = "rw-------";

    private final Path path;

    private final Class<C> type;
    private final C empty;

    JsonFile(Path path, Class<C> type, C empty) {
        this.path = path.toAbsolutePath();
        this.type = type;
        this.empty = empty;
    }

    /** Tells one state of the file from another; every write makes a new file. */
    record Stamp(@Nullable Object identity, long modified, long size) {}

    /** The state of the file; null when there is none. */
    @Nullable Stamp stamp() throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(file.fileKey(), file.lastModifiedTime().toMillis(), file.size());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** What it holds; empty when there is no file. */
    C read() throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(path), type);
        } catch (NoSuchFileException e) {
            return empty;
        }
    }

    /** Changes what the file holds at that moment. */
    synchronized C update(UnaryOperator<C> change) throws IOException {
        Path directory = path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            C changed = change.apply(read());
            write(changed);
            return changed;
        }
    }

    private void write(C content) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
        }
        byte[] text = JSON.writeValueAsBytes(content);
        try (FileChannel channel =
                FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
