package io.github.clinicaldata.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rates: {@code 500/s}, {@code 30000/m}, or a ramp, {@code 100..1000/60s}. */
final class PaceParser {
    static final String ALLOWED =
            "records a second or minute such as 500/s or 30000/m, or a ramp from one rate a second"
                    + " to another such as 100..1000/60s";

    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,3})?)";
    private static final Pattern FIXED = Pattern.compile(NUMBER + "/(s|m)");
    private static final Pattern RAMP =
            Pattern.compile(NUMBER + "\\.\\." + NUMBER + "/([0-9]{1,6})s");

    private PaceParser() {}

    /** A pace, or nothing when the text is none. */
    static Optional<Pace> parse(String text, Pace.Arrival arrival) {
        Matcher fixed = FIXED.matcher(text);
        if (fixed.matches()) {
            double rate =
                    Double.parseDouble(fixed.group(1)) / (fixed.group(2).equals("m") ? 60 : 1);
            return Optional.of(new Pace(rate, rate, 0, arrival));
        }
        Matcher ramp = RAMP.matcher(text);
        if (ramp.matches()) {
            return Optional.of(
                    new Pace(
                            Double.parseDouble(ramp.group(1)),
                            Double.parseDouble(ramp.group(2)),
                            Integer.parseInt(ramp.group(3)),
                            arrival));
        }
        return Optional.empty();
    }
}
