package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.PlanRejected;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where records go. A caller writes, says that all was written, and closes; what is closed before
 * is given up, so that it never looks complete.
 */
interface RecordOutput extends Closeable {
    /** The name of standard output. */
    String STANDARD_OUTPUT = "-";

    /**
     * Writes the first bytes of an array.
     *
     * @throws ReaderGoneException when whoever read them went away
     * @throws IOException when they can't be written
     */
    void write(byte[] bytes, int length) throws IOException;

    /** Says that all was written. */
    void complete() throws IOException;

    /**
     * Opens an output.
     *
     * @param target a file, or {@link #STANDARD_OUTPUT}
     * @param force whether an existing file is replaced
     * @throws PlanRejected when a file exists that is not to be replaced
     * @throws IOException when the output can't be opened
     */
    static RecordOutput open(String target, boolean force) throws IOException {
        if (target.equals(STANDARD_OUTPUT)) {
            return DirectOutput.standardOutput();
        }
        Path file = Path.of(target);
        if (Files.isDirectory(file)) {
            throw refused(target, "is a directory; a file is expected");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return DirectOutput.to(file);
        }
        if (Files.exists(file) && !force) {
            throw refused(target, "exists; --force replaces it");
        }
        return new FileOutput(Files.exists(file) ? file.toRealPath() : file, force);
    }

    private static PlanRejected refused(String target, String issue) {
        return new PlanRejected.InvalidValue("output", '"' + target + "\" " + issue);
    }
}
