package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.world.MemberBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes out prescriptions that nobody gets together. */
final class Conflicts {
    private Conflicts() {}

    /**
     * Those of some candidates that don't exclude each other; of two, the lower rank stays.
     *
     * @param earlier prescriptions of the year before, which stay in any case
     * @return in the order in which they came
     */
    static List<Candidate> without(List<Candidate> offered, List<Prescription> earlier) {
        List<List<Candidate>> past = new ArrayList<>();
        List<List<Candidate>> kept = new ArrayList<>();
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            past.add(new ArrayList<>());
            kept.add(new ArrayList<>());
        }
        for (Prescription each : earlier) {
            past.get(each.member()).add(Candidate.earlier(each));
        }
        boolean[] stays = new boolean[offered.size()];
        for (int i : byRank(offered)) {
            Candidate candidate = offered.get(i);
            int member = candidate.prescription().member();
            if (isFree(candidate, kept.get(member)) && !isHeld(candidate, past.get(member))) {
                stays[i] = true;
                kept.get(member).add(candidate);
            }
        }
        List<Candidate> staying = new ArrayList<>();
        for (int i = 0; i < stays.length; i++) {
            if (stays[i]) {
                staying.add(offered.get(i));
            }
        }
        return staying;
    }

    /** The numbers of candidates by their ranks, then as they came. */
    private static int[] byRank(List<Candidate> offered) {
        long[] keys = new long[offered.size()];
        for (int i = 0; i < keys.length; i++) {
            // adding two makes every rank positive, and the bits of those ascend with them
            float rank = (float) offered.get(i).rank() + 2;
            keys[i] = (long) Float.floatToRawIntBits(rank) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private static boolean isFree(Candidate candidate, List<Candidate> kept) {
        for (int i = 0; i < kept.size(); i++) {
            if (candidate.excludes(kept.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether something of the year before is in its way; long-term drugs replace one another. */
    private static boolean isHeld(Candidate candidate, List<Candidate> past) {
        Prescription prescription = candidate.prescription();
        for (int i = 0; i < past.size(); i++) {
            Candidate other = past.get(i);
            boolean over = prescription.day() > other.to() || other.prescription().longTerm();
            if (candidate.excludes(other) && !(prescription.longTerm() && over)) {
                return true;
            }
        }
        return false;
    }
}
