package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.random.Mixer;

/**
 * When a prescription is due to be filled: at once, and about when the last supply ends. Some come
 * a few days early, as plans and automatic refills let them; their supplies add up, so that the
 * next fill is no earlier. Shares are approximate: no source tells them.
 */
final class Supply {
    private static final double PROMPT = 0.6;
    private static final int FEW_DAYS = 3;

    /** The share of the fills of the prompt that come early. */
    private static final double EARLY = 0.6;

    /** Plans pay for a refill once about four fifths of the last supply are used. */
    private static final double LEFT_AT_MOST = 0.2;

    private static final int DAYS_EARLY = 7;

    /** Those who are late are so by at most this part of the supply. */
    private static final double LATE = 0.15;

    private final Prescription prescription;
    private final int needed;
    private int number;
    private int filled;
    private int day;
    private int ends;
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
        return number == 0 ? needed : Math.max(day, ends);
    }

    /** How many days the last supply still lasts on a day, or 0. */
    int left(int on) {
        return number == 0 ? 0 : Math.max(0, ends - on);
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
        ends = (number == 0 ? taken : Math.max(taken, ends)) + days;
        boolean prompt = Uniforms.of(key, 2) < PROMPT;
        if (prompt && Uniforms.of(key, 4) < EARLY) {
            day = ends - 1 - delay(key, Math.min(DAYS_EARLY, (int) (LEFT_AT_MOST * days)));
        } else {
            day = ends + delay(key, prompt ? FEW_DAYS + 1 : FEW_DAYS + (int) (LATE * days));
        }
        number++;
    }

    /** Counts a fill and answers how many there were before. */
    int countFill() {
        return filled++;
    }
}
