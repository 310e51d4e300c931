package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.random.Mixer;

/** When a prescription is due to be filled: at once, and whenever the last supply has ended. */
final class Supply {
    private static final double PROMPT = 0.6;
    private static final int FEW_DAYS = 3;

    /** Those who are late are so by at most this part of the supply. */
    private static final double LATE = 0.15;

    private final Prescription prescription;
    private final int needed;
    private int number;
    private int filled;
    private int day;
    private int stopped = Integer.MAX_VALUE;

    /**
     * A supply that has not begun.
     *
     * @param due the first day on which it is needed
     */
    Supply(Prescription prescription, int due) {
        this.prescription = prescription;
        needed = due;
        day = Math.max(due, prescription.day() + delay(key(), FEW_DAYS));
    }

    private static int delay(long key, int most) {
        return (int) (Uniforms.of(key, 3) * most);
    }

    Prescription prescription() {
        return prescription;
    }

    /** The day of the next fill. */
    int day() {
        return day;
    }

    /** The day on which what was supplied has ended. */
    int due() {
        return number == 0 ? needed : day;
    }

    /** The key of the next fill. */
    long key() {
        return Mixer.combine(prescription.key(), 900L + number);
    }

    /** Whether the next fill is on or before a day. */
    boolean isDue(int until) {
        return !isOver() && day <= until;
    }

    /** Whether there is no further fill. */
    boolean isOver() {
        return number > prescription.refills()
                || day > prescription.lastFillDay()
                || day >= stopped;
    }

    /** Ends it: from a day on nothing is handed out. */
    void stop(int from) {
        stopped = Math.min(stopped, from);
    }

    /** Whether it has been ended by a day. */
    boolean isStopped(int on) {
        return on >= stopped;
    }

    /** Goes on to the fill after that of a day. */
    void take(int taken) {
        long key = key();
        int days = prescription.daysSupply();
        int most = Uniforms.of(key, 2) < PROMPT ? FEW_DAYS + 1 : FEW_DAYS + (int) (LATE * days);
        day = taken + days + delay(key, most);
        number++;
    }

    /** Counts a fill and answers how many there were before. */
    int countFill() {
        return filled++;
    }
}
