package io.github.clinicaldata.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jboss.logmanager.ExtLogRecord;

/** What a class logs, with what its threads tell of what they do. */
public final class LogLines extends Handler implements AutoCloseable {
    private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    private LogLines(Logger logger) {
        this.logger = logger;
    }

    /** Listens to a class from now on. */
    public static LogLines of(String name) {
        LogLines lines = new LogLines(Logger.getLogger(name));
        lines.logger.addHandler(lines);
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord extended = ExtLogRecord.wrap(line);
        extended.copyMdc();
        lines.add(extended);
    }

    /** All lines so far. */
    public List<ExtLogRecord> all() {
        return List.copyOf(lines);
    }

    /** Those that hold a text, once there is one. */
    public List<ExtLogRecord> containing(String text) {
        return Awaitility.await()
                .until(
                        () ->
                                lines.stream()
                                        .filter(line -> line.getFormattedMessage().contains(text))
                                        .toList(),
                        found -> !found.isEmpty());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
