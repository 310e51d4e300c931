package io.github.clinicaldata.security.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds that several processes share. It is answered from memory; once in a while
 * somebody has to look whether the file has changed. A file that can't be read leaves what was
 * known as it was.
 *
 * @param <C> what it holds; never changes
 */
public final class SharedFile<C> {
    private static final Logger LOG = Logger.getLogger(SharedFile.class);

    private final JsonFile<C> file;
    private final String what;
    private volatile C content;
    private JsonFile.@Nullable Stamp stamp;
    private boolean broken;

    /**
     * A file that was not read yet.
     *
     * @param what it holds, as messages name it
     * @param empty what there is without a file
     */
    public SharedFile(Path path, String what, Class<C> type, C empty) {
        this.what = what;
        file = new JsonFile<>(path, type, empty);
        content = empty;
    }

    /** What it held when it was last looked at; does not block. */
    public C content() {
        return content;
    }

    /**
     * What it holds now.
     *
     * @throws SharedFileException when it can't be read
     */
    public synchronized C read() {
        try {
            load();
        } catch (IOException e) {
            throw failed("read", e);
        }
        return content;
    }

    /**
     * Changes what it holds at that moment.
     *
     * @throws SharedFileException when it can't be written
     */
    public synchronized void update(UnaryOperator<C> change) {
        try {
            content = file.update(change);
            stamp = file.stamp();
        } catch (IOException e) {
            throw failed("written", e);
        }
    }

    /** Looks whether others have changed it. */
    public synchronized void refresh() {
        try {
            if (!Objects.equals(stamp, file.stamp())) {
                load();
                LOG.infof("Read the %s of %s", what, file);
            }
            broken = false;
        } catch (IOException e) {
            if (!broken) {
                LOG.errorf("The %s stay as they were: %s", what, failed("read", e).getMessage());
            }
            broken = true;
        }
    }

    private void load() throws IOException {
        JsonFile.Stamp before = file.stamp();
        content = file.read();
        stamp = before;
    }

    private SharedFileException failed(String how, IOException cause) {
        return new SharedFileException(
                "The %s of %s can't be %s: %s".formatted(what, file, how, cause.getMessage()),
                cause);
    }
}
