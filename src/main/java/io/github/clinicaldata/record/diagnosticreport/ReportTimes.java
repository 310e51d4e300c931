package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a report was worked on, in local minutes from the beginning of the day on which it was
 * ordered. The time from specimen to report is that of the panel; the other delays are estimates.
 * Used again for each report.
 */
public final class ReportTimes {
    /** Stands for what does not happen. */
    public static final int NEVER = -1;

    /** Minutes of a day. */
    public static final int DAY = 24 * 60;

    private static final int HOUR = 60;

    private static final int SHORTEST = 15;
    private static final double MOST_OF_TURNAROUND = 0.6;
    private static final double HURRY_OF_HOSPITALS = 0.5;
    private static final double CORRECTED = 0.015;
    private static final IntRange SOON = new IntRange(10, 40);
    private static final IntRange OF_STAY = new IntRange(20, 6 * HOUR);
    private static final IntRange OF_EMERGENCY = new IntRange(15, 75);
    private static final IntRange NEXT_DOOR = new IntRange(2, 8);
    private static final IntRange IN_HOUSE = new IntRange(8, 35);
    private static final IntRange BY_COURIER = new IntRange(90, 6 * HOUR);
    private static final IntRange UNTIL_CORRECTION = new IntRange(2 * HOUR, 4 * DAY);

    /** What comes from one draw of blood. */
    private static final List<Text> BLOOD =
            List.of(Text.of("serum"), Text.of("plasma"), Text.of("blood"));

    private int collected;
    private int received;
    private int issued;
    private int corrected;

    /** Finds the times of a report. */
    public void turnTo(OrderedReport report, Panel panel) {
        long key = report.key();
        Setting setting = report.visit().rule().setting();
        collected = collected(report.visit(), panel.specimen());
        IntRange hours = panel.turnaround();
        double spread = (hours.high() - hours.low()) * HOUR * Uniforms.of(key, 12);
        double hurry = Performers.isHospital(setting) ? HURRY_OF_HOSPITALS : 1;
        int turnaround = Math.max(SHORTEST, hours.low() * HOUR + (int) (spread * hurry));
        int delay = draw(way(setting, hours), key, 13);
        received =
                panel.specimen() == null
                        ? NEVER
                        : after(
                                collected,
                                Math.min(delay, (int) (turnaround * MOST_OF_TURNAROUND)));
        issued = after(ready(), collected + turnaround - ready());
        corrected =
                Uniforms.of(key, 14) < CORRECTED
                        ? after(issued, draw(UNTIL_CORRECTION, key, 15))
                        : NEVER;
    }

    /** What is taken of the same kind at a visit is taken at once, and on the day of the visit. */
    private static int collected(Visit visit, @Nullable Text specimen) {
        long key = Mixer.combine(visit.key(), kindOf(specimen));
        int wait = draw(wait(visit.rule().setting()), key, 11);
        int left = DAY - 1 - visit.minute();
        return visit.minute() + (wait <= left ? wait : (int) (left * Uniforms.of(key, 16)));
    }

    private static long kindOf(@Nullable Text specimen) {
        if (specimen == null) {
            return 0;
        }
        return BLOOD.contains(specimen) ? 1 : 2 + specimen.length() * 256L + specimen.byteAt(0);
    }

    private static IntRange wait(Setting setting) {
        return switch (setting) {
            case EMERGENCY -> OF_EMERGENCY;
            case INPATIENT -> OF_STAY;
            default -> SOON;
        };
    }

    private static IntRange way(Setting setting, IntRange hours) {
        if (hours.high() <= 1) {
            return NEXT_DOOR;
        }
        return Performers.isHospital(setting) ? IN_HOUSE : BY_COURIER;
    }

    private static int draw(IntRange minutes, long key, int number) {
        int spare = minutes.high() - minutes.low() + 1;
        return minutes.low() + (int) (spare * Uniforms.of(key, number));
    }

    private static int after(int time, int delay) {
        return time + Math.max(1, delay);
    }

    /** When the specimen was taken or the image made. */
    public int collected() {
        return collected;
    }

    /** When the performer had the specimen; {@link #NEVER} where there is none. */
    public int received() {
        return received;
    }

    /** When the work on it could begin. */
    int ready() {
        return Math.max(collected, received);
    }

    /** When the report became complete. */
    public int issued() {
        return issued;
    }

    /** When it was corrected; {@link #NEVER} for most. */
    public int corrected() {
        return corrected;
    }
}
