package io.github.clinicaldata.transport.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** An output that is written in place: standard output, a named pipe, a device. */
final class DirectOutput implements RecordOutput {
    private final FileOutputStream stream;
    private final Path target;
    private final boolean standard;

    private DirectOutput(FileOutputStream stream, Path target, boolean standard) {
        this.stream = stream;
        this.target = target;
        this.standard = standard;
    }

    /** Standard output, past the buffer of {@code System.out}. */
    static DirectOutput standardOutput() {
        return new DirectOutput(
                new FileOutputStream(FileDescriptor.out), Path.of("/proc/self/fd/1"), true);
    }

    /**
     * Opens what is there.
     *
     * @throws IOException when it can't be opened for writing
     */
    static DirectOutput to(Path target) throws IOException {
        return new DirectOutput(new FileOutputStream(target.toFile()), target, false);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        try {
            stream.write(bytes, 0, length);
        } catch (IOException e) {
            throw isPipe() || saysPipe(e) ? new ReaderGoneException(e) : e;
        }
    }

    /** The words of a failure depend on the user's language; what the stream is does not. */
    private boolean isPipe() {
        try {
            String name = Files.readSymbolicLink(target).toString();
            return name.startsWith("pipe:") || name.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean saysPipe(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void complete() {
        // there is no buffer and no other name
    }

    @Override
    public void close() throws IOException {
        if (!standard) {
            stream.close();
        }
    }
}
