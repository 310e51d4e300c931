package io.github.clinicaldata.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.plan.Pace.Arrival;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    @Property
    void dueAndSeconds_areInverse(
            @ForAll @DoubleRange(min = 0, max = 1e7) double from,
            @ForAll @DoubleRange(min = 0.01, max = 1e7) double to,
            @ForAll @IntRange(min = 0, max = 999_999) int ramp,
            @ForAll @DoubleRange(min = 0, max = 2e6) double seconds) {
        Pace pace = new Pace(from, to, ramp, Arrival.STEADY);
        double due = pace.due(seconds);
        assertThat(due).isNotNegative();
        // the time may be blurred where the rate is near zero, but not what is due at it
        assertThat(pace.due(pace.seconds(due))).isCloseTo(due, within(1e-6 * (1 + due)));
    }

    @Property
    void moreTime_isNeverFewerRecords(
            @ForAll @DoubleRange(min = 0, max = 1e6) double from,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double to,
            @ForAll @IntRange(min = 0, max = 1000) int ramp,
            @ForAll @DoubleRange(min = 0, max = 2000) double seconds) {
        Pace pace = new Pace(from, to, ramp, Arrival.STEADY);
        assertThat(pace.due(seconds + 1)).isGreaterThanOrEqualTo(pace.due(seconds));
    }

    @Test
    void aFixedRate_isDueEvenly() {
        Pace pace = new Pace(500, 500, 0, Arrival.STEADY);
        assertThat(pace.due(0)).isZero();
        assertThat(pace.due(2)).isEqualTo(1000);
        assertThat(pace.seconds(1000)).isEqualTo(2);
    }

    @Test
    void aRamp_isDueWithItsMeanRate_andThenWithItsLast() {
        Pace pace = new Pace(100, 1000, 60, Arrival.STEADY);
        assertThat(pace.due(60)).isCloseTo(550 * 60, within(1e-6));
        assertThat(pace.due(61)).isCloseTo(550 * 60 + 1000, within(1e-6));
        assertThat(pace.due(30)).isCloseTo((100 + 550) / 2.0 * 30, within(1e-6));
        Pace down = new Pace(1000, 100, 60, Arrival.STEADY);
        assertThat(down.due(60)).isCloseTo(550 * 60, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "500/s,500,500,0",
        "30000/m,500,500,0",
        "0.5/s,0.5,0.5,0",
        "100..1000/60s,100,1000,60",
        "0..10/1s,0,10,1",
        "1000..100/999999s,1000,100,999999",
        "1.5..2.5/3s,1.5,2.5,3"
    })
    void rates_areRead(String text, double from, double to, double ramp) {
        assertThat(PaceParser.parse(text, Arrival.POISSON))
                .contains(new Pace(from, to, ramp, Arrival.POISSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "/s",
                "5/h",
                "5 /s",
                "5/s ",
                "-5/s",
                "+5/s",
                "1e3/s",
                "NaN/s",
                "5..6",
                "5..6/s",
                "5..6/1m",
                "5.../1s",
                ".5/s",
                "5./s",
                "1234567890/s",
                "\u0665/s",
                "5..6/1234567s"
            })
    void whatIsNoRate_isNothing(String text) {
        assertThat(PaceParser.parse(text, Arrival.STEADY)).isEmpty();
    }
}
