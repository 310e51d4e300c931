package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.pathway.Course;

/** When procedures begin and end: within their visit, and mostly early in a stay. */
final class ProcedureTimes {
    static final int MINUTES_A_DAY = 24 * 60;
    private static final int STEP = 5;

    /** Share of the procedures of a stay on its first day. No source. */
    private static final double FIRST_DAY = 0.6;

    private static final int DAYS = 3;
    private static final String BIRTH = "10";

    private ProcedureTimes() {}

    /** When a visit begins, in minutes since 1970-01-01 by the local clock. */
    static int begin(Visit visit) {
        return visit.day() * MINUTES_A_DAY + visit.minute();
    }

    /** When a visit ends. */
    static int end(Visit visit) {
        return visit.lastDay() * MINUTES_A_DAY + visit.lastMinute();
    }

    /** A procedure of a visit. */
    static PlannedProcedure plan(Visit visit, ProcedureCode code, long key) {
        int begin = begin(visit);
        int end = end(visit);
        IntRange usual = code.minutes();
        int most = Math.min(usual.high(), end - begin);
        int least = Math.min(usual.low(), most);
        int minutes = least + (int) (Uniforms.of(key, 31) * (most - least + 1));
        int from = begin;
        int to = end - minutes;
        if (visit.nights() > 0) {
            int day = day(visit, code, key);
            from = Math.min(to, Math.max(from, day * MINUTES_A_DAY));
            to = Math.max(from, Math.min(to, (day + 1) * MINUTES_A_DAY - 1));
        }
        int steps = (to - from) / STEP;
        int start = from + STEP * (int) (Uniforms.of(key, 32) * (steps + 1));
        return new PlannedProcedure(visit, code, start, start + minutes, key);
    }

    private static int day(Visit visit, ProcedureCode code, long key) {
        MemberCondition condition = visit.condition();
        if (condition != null
                && condition.pathway().course() == Course.PREGNANCY
                && code.code().toString().startsWith(BIRTH)) {
            return condition.end();
        }
        double uniform = Uniforms.of(key, 33);
        int later = (int) ((uniform - FIRST_DAY) / (1 - FIRST_DAY) * DAYS);
        return visit.day() + (uniform < FIRST_DAY ? 0 : Math.min(later, visit.nights()));
    }
}
