package io.github.clinicaldata.stream;

import java.util.HashMap;
import java.util.Map;

/** Learns what a stream does, for metrics and logs. Each stream ends exactly once. */
public interface StreamObserver {
    /** How a stream ended. */
    enum Outcome {
        /** All was sent. */
        COMPLETED,
        /** The client went away. */
        CANCELLED,
        /** The server stops. */
        STOPPED,
        /** Something broke. */
        FAILED
    }

    /** A chunk was made. */
    void chunk(int records, int bytes);

    /** The stream ended. */
    void ended(Outcome outcome);

    /** What lines that are logged for the stream tell of it, by the names of log formats. */
    default Map<String, String> inLogs() {
        return Map.of();
    }

    /** This one, and then another. */
    default StreamObserver and(StreamObserver other) {
        StreamObserver first = this;
        return new StreamObserver() {
            @Override
            public void chunk(int records, int bytes) {
                first.chunk(records, bytes);
                other.chunk(records, bytes);
            }

            @Override
            public void ended(Outcome outcome) {
                first.ended(outcome);
                other.ended(outcome);
            }

            @Override
            public Map<String, String> inLogs() {
                Map<String, String> both = new HashMap<>(first.inLogs());
                both.putAll(other.inLogs());
                return both;
            }
        };
    }
}
