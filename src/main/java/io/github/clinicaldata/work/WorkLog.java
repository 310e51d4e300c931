package io.github.clinicaldata.work;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.MDC;

/**
 * Lets the lines that a thread logs tell whose work they are of, as lines of requests do. Used and
 * closed by one thread.
 */
public final class WorkLog implements AutoCloseable {
    /** What log formats call the id of a request. */
    public static final String REQUEST_ID = "request_id";

    private final Set<String> names = new HashSet<>();

    private WorkLog() {}

    /**
     * Begins to tell of work that somebody asked for.
     *
     * @param trace of the request, by the names of log formats; empty where nobody traces
     */
    public static WorkLog of(Origin origin, Map<String, String> trace) {
        WorkLog log = new WorkLog();
        log.tell(Map.of(REQUEST_ID, origin.requestId()));
        log.tell(trace);
        return log;
    }

    /** Tells more, in place of what went by the same names. */
    public void tell(Map<String, String> values) {
        values.forEach(
                (name, value) -> {
                    names.add(name);
                    MDC.put(name, value);
                });
    }

    /** Tells no more of it. */
    @Override
    public void close() {
        names.forEach(MDC::remove);
    }
}
