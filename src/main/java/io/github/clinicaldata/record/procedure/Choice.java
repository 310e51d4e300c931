package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.Procedure;
import io.github.clinicaldata.record.code.Side;
import io.github.clinicaldata.record.code.Tissue;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.procedure.ProcedureCodes.Coded;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The codes that a procedure can have, of which one is chosen by weight. */
final class Choice {
    /** How codes of pictures begin, and those of injuries among diagnoses. */
    private static final char PICTURE = 'B';

    private static final char INJURY = 'S';

    private static final int NAMED = 4;
    private static final int CAUSE = 3;
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
                && first.tissue() == null
                && (site == null
                        || !Side.LEFT.begins(site.toString())
                                && !Side.RIGHT.begins(site.toString()));
    }

    /** All codes that it can be. */
    List<ProcedureCode> all() {
        return codes.isEmpty() && only != null
                ? List.of(only)
                : codes.stream().map(Coded::code).toList();
    }

    /**
     * The code for somebody, or null where none fits. Codes for the part and side of the body that
     * a diagnosis names come before codes for any. A picture of another part than the one that is
     * hurt does not fit.
     *
     * @param diagnosis the principal one of the visit
     * @param condition what the visit is about where that is another, such as the cancer at a visit
     *     for radiation, or null
     * @param tissue what is taken out at the visit
     * @param minutes how long it may take
     */
    @Nullable ProcedureCode pick(
            Sex sex,
            int age,
            Diagnosis diagnosis,
            @Nullable Diagnosis condition,
            Tissue tissue,
            int minutes,
            double uniform) {
        if (only != null) {
            return only;
        }
        String told = told(diagnosis);
        String cause = condition == null || condition == diagnosis ? told : told(condition);
        boolean hurt = isInjury(diagnosis) || condition != null && isInjury(condition);
        int best = 0;
        double sum = 0;
        for (int i = 0; i < codes.size(); i++) {
            Procedure procedure = codes.get(i).procedure();
            int rank =
                    isPossible(procedure, sex, age, tissue, minutes)
                            ? rank(procedure, told, cause, hurt)
                            : 0;
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
            if (isPossible(procedure, sex, age, tissue, minutes)
                    && rank(procedure, told, cause, hurt) == best) {
                picked = codes.get(i).code();
                rest -= procedure.weight();
            }
        }
        return picked;
    }

    private static String told(Diagnosis diagnosis) {
        return diagnosis.description().toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isInjury(Diagnosis diagnosis) {
        return diagnosis.code().toString().charAt(0) == INJURY;
    }

    private static boolean isPossible(
            Procedure procedure, Sex sex, int age, Tissue tissue, int minutes) {
        return procedure.fits(sex, age)
                && (procedure.tissue() == null || procedure.tissue() == tissue)
                && procedure.minutes().low() <= minutes;
    }

    /**
     * How well a code fits what is told of the visit, and then what is told of its cause; 0 where
     * it does not.
     */
    private static int rank(Procedure procedure, String told, String cause, boolean hurt) {
        List<String> words = procedure.diagnosisWords();
        if (isOpposite(procedure.bodySite(), told)) {
            return 0;
        }
        if (names(told, words)) {
            return NAMED;
        }
        if (isOpposite(procedure.bodySite(), cause)) {
            return 0;
        }
        if (names(cause, words)) {
            return CAUSE;
        }
        if (words.isEmpty()) {
            return ANY;
        }
        return hurt && procedure.code().toString().charAt(0) == PICTURE ? 0 : OTHER;
    }

    private static boolean names(String told, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (told.contains(words.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the side of a body site is not the one that a diagnosis names. */
    static boolean isOpposite(@Nullable Text site, String told) {
        Side named = site == null ? null : Side.named(told);
        return site != null && named != null && named.other().begins(site.toString());
    }
}
