package io.github.clinicaldata.job.storage;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files in a directory. Parts go one after the other into a file beside the final one, which gets
 * its name when the last part is on the disk.
 */
public final class LocalFileStore implements FileStore {
    private static final String UNFINISHED = ".part";
    private static final int READ_BYTES = 1 << 16;

    private final Path directory;
    private final long keepFree;

    /**
     * A directory, made when the first file is.
     *
     * @param keepFree bytes of its disk that are left free
     */
    public LocalFileStore(Path directory, long keepFree) {
        this.directory = directory.toAbsolutePath().normalize();
        this.keepFree = keepFree;
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    @Override
    public String location(String name) {
        return file(name).toString();
    }

    @Override
    public String begin(String name, String mediaType) throws IOException {
        Files.createDirectories(directory);
        String upload = name + UNFINISHED;
        Files.deleteIfExists(file(name));
        Files.deleteIfExists(file(upload));
        Files.createFile(file(upload));
        sync(directory);
        return upload;
    }

    @Override
    public int intact(String name, String upload, List<FilePart> parts) throws IOException {
        Path there = Files.exists(file(upload)) ? file(upload) : file(name);
        if (!Files.exists(there)) {
            return 0;
        }
        int intact = 0;
        try (FileChannel channel = FileChannel.open(there, StandardOpenOption.READ)) {
            for (FilePart part : parts) {
                ByteBuffer bytes = ByteBuffer.allocate(part.length());
                if (channel.size() < part.end()
                        || !readFully(channel, bytes, part.offset())
                        || !Sha256.of(bytes.array(), part.length()).equals(part.sha256())) {
                    break;
                }
                intact++;
            }
        }
        return intact;
    }

    private static boolean readFully(FileChannel channel, ByteBuffer into, long from)
            throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public FilePart write(String name, String upload, FilePart part, byte[] bytes)
            throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free - part.length() < keepFree) {
            throw new IOException(
                    "The disk is full: %d bytes are free, and %d are to stay so"
                            .formatted(free, keepFree));
        }
        try (FileChannel channel = FileChannel.open(file(upload), StandardOpenOption.WRITE)) {
            ByteBuffer from = ByteBuffer.wrap(bytes, 0, part.length());
            while (from.hasRemaining()) {
                channel.write(from, part.offset() + from.position());
            }
            channel.force(false);
        }
        return part;
    }

    @Override
    public void complete(String name, String upload, List<FilePart> parts) throws IOException {
        long size = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
        if (!Files.exists(file(upload))) {
            if (Files.exists(file(name)) && Files.size(file(name)) == size) {
                return;
            }
            throw new FileNotFoundException(upload);
        }
        try (FileChannel channel = FileChannel.open(file(upload), StandardOpenOption.WRITE)) {
            channel.truncate(size);
            if (channel.size() != size) {
                throw new IOException("%s has lost bytes".formatted(upload));
            }
            channel.force(true);
        }
        Files.move(file(upload), file(name), StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
    }

    /** Makes names durable; systems that don't open directories keep them by themselves. */
    private static void sync(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    @Override
    public void discard(String name, @Nullable String upload) throws IOException {
        Files.deleteIfExists(file(name));
        Files.deleteIfExists(file(name + UNFINISHED));
    }

    @Override
    public Multi<ByteBuffer> read(String name, long from, long length) {
        return Multi.createFrom()
                .resource(() -> open(name), channel -> chunks(channel, from, length))
                .withFinalizer(LocalFileStore::close)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private FileChannel open(String name) {
        try {
            return FileChannel.open(file(name), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(new FileNotFoundException(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A chunk for each that is asked for, read in a thread that may block. */
    private static Multi<ByteBuffer> chunks(FileChannel channel, long from, long length) {
        long[] next = {from};
        long end = from + length;
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                Uni.createFrom()
                                        .item(() -> chunk(channel, next, end))
                                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .whilst(chunk -> next[0] < end);
    }

    private static ByteBuffer chunk(FileChannel channel, long[] next, long end) {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(READ_BYTES, end - next[0]));
        try {
            if (!readFully(channel, chunk, next[0])) {
                throw new IOException("The file is shorter than it was");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        next[0] += chunk.capacity();
        return chunk.flip();
    }

    @Override
    public void check() throws IOException {
        Path there = directory;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new IOException(there + " can't be written to");
        }
    }
}
