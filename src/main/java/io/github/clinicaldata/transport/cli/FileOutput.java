package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.PlanRejected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there once it is complete: bytes go to {@code FILE.part}, which is renamed at the
 * end and deleted when the run fails or is interrupted.
 */
final class FileOutput implements RecordOutput {
    private final Path file;
    private final Path part;
    private final boolean replace;
    private final FileChannel channel;
    private final Thread deletePart = new Thread(this::deletePart, "delete-part");
    private boolean complete;

    /**
     * Opens the part.
     *
     * @param replace whether a file of this name is replaced at the end
     * @throws PlanRejected when another run is writing the same file
     * @throws IOException when the part can't be made
     */
    FileOutput(Path file, boolean replace) throws IOException {
        this.file = file;
        this.replace = replace;
        part = file.resolveSibling(file.getFileName() + ".part");
        channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            takePart();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(deletePart);
    }

    /** What an earlier run left is overwritten, what a present one writes is not. */
    private void takePart() throws IOException {
        boolean taken;
        try {
            taken = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            taken = false;
        }
        if (!taken) {
            throw new PlanRejected.InvalidValue(
                    "output", '"' + part.toString() + "\" is being written by another run");
        }
        channel.truncate(0);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Forces the bytes to the disk before the name, so that even a crash leaves no short file. */
    @Override
    public void complete() throws IOException {
        channel.force(true);
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        complete = true;
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            deletePart();
        }
        channel.close();
        try {
            Runtime.getRuntime().removeShutdownHook(deletePart);
        } catch (IllegalStateException e) {
            // the process ends and the hook is at work
        }
    }

    private void deletePart() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // its name says that it is no complete file
        }
    }
}
