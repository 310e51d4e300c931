package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.Procedure;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.procedure.ProcedureCodes.Coded;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The codes that a procedure can have, of which one is chosen by weight. */
final class Choice {
    private static final String RIGHT = "right";
    private static final String LEFT = "left";

    private static final int NAMED = 3;
    private static final int ANY = 2;
    private static final int OTHER = 1;
    private static final int OLDEST = 130;

    private final List<Coded> codes;
    private final @Nullable ProcedureCode only;

    /**
     * Some codes.
     *
     * @param only the code where there is no choice, or null
     */
    Choice(List<Coded> codes, @Nullable ProcedureCode only) {
        this.codes = codes;
        this.only = only == null && isForAll(codes) ? codes.get(0).code() : only;
    }

    /** Whether there is one code that everybody can have whatever the diagnosis. */
    private static boolean isForAll(List<Coded> codes) {
        Procedure first = codes.get(0).procedure();
        Text site = first.bodySite();
        return codes.size() == 1
                && first.sex() == null
                && first.ages().contains(0)
                && first.ages().contains(OLDEST)
                && (site == null
                        || !site.toString().startsWith(RIGHT) && !site.toString().startsWith(LEFT));
    }

    /** All codes that it can be. */
    List<ProcedureCode> all() {
        return codes.isEmpty() && only != null
                ? List.of(only)
                : codes.stream().map(Coded::code).toList();
    }

    /**
     * The code for somebody, or null where none fits. Codes for the part and side of the body that
     * a diagnosis names come before codes for any.
     *
     * @param minutes how long it may take
     */
    @Nullable ProcedureCode pick(
            Sex sex, int age, Diagnosis diagnosis, int minutes, double uniform) {
        if (only != null) {
            return only;
        }
        String told = diagnosis.description().toString().toLowerCase(Locale.ROOT);
        int best = 0;
        double sum = 0;
        for (int i = 0; i < codes.size(); i++) {
            Procedure procedure = codes.get(i).procedure();
            int rank = rank(procedure, sex, age, told, minutes);
            sum = rank > best ? 0 : sum;
            best = Math.max(best, rank);
            sum += rank == best ? procedure.weight() : 0;
        }
        if (best == 0) {
            return null;
        }
        double rest = sum * uniform;
        ProcedureCode picked = null;
        for (int i = 0; i < codes.size() && rest >= 0; i++) {
            Procedure procedure = codes.get(i).procedure();
            if (rank(procedure, sex, age, told, minutes) == best) {
                picked = codes.get(i).code();
                rest -= procedure.weight();
            }
        }
        return picked;
    }

    /** How well a code fits; 0 for those that nobody can have. */
    private static int rank(Procedure procedure, Sex sex, int age, String told, int minutes) {
        if (!procedure.fits(sex, age)
                || procedure.minutes().low() > minutes
                || isOpposite(procedure.bodySite(), told)) {
            return 0;
        }
        List<String> words = procedure.diagnosisWords();
        for (int i = 0; i < words.size(); i++) {
            if (told.contains(words.get(i))) {
                return NAMED;
            }
        }
        return words.isEmpty() ? ANY : OTHER;
    }

    /** Whether the side of a body site is not the one that a diagnosis names. */
    static boolean isOpposite(@Nullable Text site, String told) {
        if (site == null) {
            return false;
        }
        String where = site.toString();
        return where.startsWith(RIGHT) && told.contains(LEFT) && !told.contains(RIGHT)
                || where.startsWith(LEFT) && told.contains(RIGHT) && !told.contains(LEFT);
    }
}
