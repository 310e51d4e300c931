package io.github.clinicaldata.plan;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads at which pace records are sent: {@code rate} and {@code arrival}. */
final class PaceReader {
    /** How records of a rate may spread in time. */
    static final List<String> ARRIVALS = List.of("steady", "poisson");

    private PaceReader() {}

    /**
     * The pace that was asked for, or null for as fast as the client reads.
     *
     * @param max the highest rate, in records a second
     */
    static @Nullable Pace read(Parameters reader, double max) {
        Pace.Arrival arrival =
                reader.choice("arrival", ARRIVALS)
                        .map(word -> Pace.Arrival.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Pace.Arrival.STEADY);
        String value = reader.text("rate");
        if (value == null) {
            if (arrival == Pace.Arrival.POISSON) {
                reader.problem("arrival", "poisson needs a rate");
            }
            return null;
        }
        Pace pace = PaceParser.parse(value, arrival).orElse(null);
        if (pace == null) {
            reader.unreadable("rate", value, PaceParser.ALLOWED);
        } else if (pace.to() <= 0
                || pace.from() <= 0 && pace.rampSeconds() == 0
                || pace.from() > max
                || pace.to() > max) {
            reader.problem(
                    "rate",
                    Parameters.quoted(value)
                            + " must end above 0 and stay at or below "
                            + (long) max
                            + "/s");
            return null;
        }
        return pace;
    }
}
