package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.world.MemberBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how the prescriptions of a block and year end: at what comes first. */
final class Endings {
    private final List<Prescription> prescriptions;
    private final Pregnancies pregnancies;
    private final Avoided avoided;
    private final Ending[] endings;

    /** The long-term prescriptions of each member that nothing has replaced yet. */
    private final List<List<Integer>> open = new ArrayList<>(MemberBlock.SIZE);

    /**
     * The endings of some prescriptions.
     *
     * @param prescriptions of a year
     * @param pregnancies of the year and the next
     */
    Endings(List<Prescription> prescriptions, Pregnancies pregnancies, Avoided avoided) {
        this.prescriptions = prescriptions;
        this.pregnancies = pregnancies;
        this.avoided = avoided;
        endings = new Ending[prescriptions.size()];
    }

    /**
     * Finds them, in the order of the prescriptions.
     *
     * @param next the prescriptions of the next year, as far as they matter
     */
    List<Ending> find(List<Prescription> next) {
        for (int member = 0; member < MemberBlock.SIZE; member++) {
            open.add(new ArrayList<>());
        }
        for (int i = 0; i < endings.length; i++) {
            Prescription prescription = prescriptions.get(i);
            replace(prescription);
            endings[i] = alone(prescription);
            if (prescription.longTerm()) {
                open.get(prescription.member()).add(i);
            }
        }
        next.forEach(this::replace);
        return Arrays.asList(endings);
    }

    /** Ends what a prescription takes the place of. */
    private void replace(Prescription later) {
        if (!later.longTerm()) {
            return;
        }
        List<Integer> candidates = open.get(later.member());
        for (int i = candidates.size() - 1; i >= 0; i--) {
            int number = candidates.get(i);
            Prescription earlier = prescriptions.get(number);
            if (earlier.isReplacedBy(later)) {
                candidates.remove(i);
                boolean renewed = earlier.drug() == later.drug();
                int day = renewed ? Math.max(later.day() - 1, earlier.day()) : later.day();
                endings[number] =
                        earlier(endings[number], day, renewed ? null : StopReason.REPLACED);
            }
        }
    }

    private static Ending earlier(Ending ending, int day, @Nullable StopReason reason) {
        return day < ending.day() ? new Ending(day, reason) : ending;
    }

    /** How a prescription ends if nothing takes its place. */
    private Ending alone(Prescription prescription) {
        int member = prescription.member();
        int day = prescription.day();
        boolean ended = prescription.lastDay() < prescription.lastDayByLaw();
        Ending ending =
                new Ending(prescription.lastDay(), ended ? StopReason.CONDITION_ENDED : null);
        ending =
                earlier(
                        ending,
                        avoided.next(member, prescription.remedy(), day),
                        StopReason.ALLERGY);
        return prescription.drug().safeInPregnancy()
                ? ending
                : earlier(ending, pregnancies.next(member, day), StopReason.PREGNANCY);
    }
}
