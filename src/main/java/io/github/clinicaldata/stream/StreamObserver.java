package io.github.clinicaldata.stream;

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
        };
    }
}
