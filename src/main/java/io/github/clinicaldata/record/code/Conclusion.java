package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the report of an image or a study says.
 *
 * @param key the condition or category of conditions for which it was ordered, or {@code normal}
 * @param wordings of which one is said
 */
public record Conclusion(String key, List<Wording> wordings) {
    /** The key of what is said where no other key fits. */
    public static final String NORMAL = "normal";

    /** More than any code is long. */
    private static final int BEYOND_CODES = 100;

    /** Whether something is taken out where some of it is seen. */
    public boolean takesTissue() {
        return wordings.stream().anyMatch(each -> each.takes() != Tissue.NONE);
    }

    /**
     * One way to put it.
     *
     * @param text in words of our own
     * @param share how often, as against the others that fit as closely
     * @param codes it is for diagnoses whose codes begin with one of these; none for any
     * @param followedBy it is for visits after which one with such a code follows; none for any
     * @param months for people of these ages only, in completed months
     * @param takes what is taken out where this is seen
     */
    public record Wording(
            Text text,
            double share,
            List<String> codes,
            List<String> followedBy,
            IntRange months,
            Tissue takes) {

        /** The one thing that is said. */
        static Wording always(Text text) {
            return new Wording(text, 1, List.of(), List.of(), AnalyteLimits.ANY, Tissue.NONE);
        }

        /** How closely it fits: the more, the more of the code it names; negative if not. */
        private int fit(String code, int age, Predicate<String> follows) {
            int longest = codes.isEmpty() ? 0 : -1;
            for (String prefix : codes) {
                if (code.startsWith(prefix)) {
                    longest = Math.max(longest, prefix.length());
                }
            }
            if (longest < 0 || !months.contains(age)) {
                return -1;
            }
            for (String next : followedBy) {
                if (follows.test(next)) {
                    return longest + BEYOND_CODES;
                }
            }
            return followedBy.isEmpty() ? longest : -1;
        }
    }

    /**
     * What is said of a visit.
     *
     * @see #wording
     */
    public Text text(String code, int age, Predicate<String> follows, double uniform) {
        return wording(code, age, follows, uniform).text();
    }

    /**
     * How what is said of a visit is put.
     *
     * @param code of the diagnosis
     * @param age of the member in completed months
     * @param follows whether a visit for a code that begins so follows for the same condition
     * @param uniform in {@code [0, 1)}; the same for all reports of a visit, so that they agree
     */
    public Wording wording(String code, int age, Predicate<String> follows, double uniform) {
        if (wordings.size() == 1) {
            return wordings.get(0);
        }
        int[] fits = new int[wordings.size()];
        int best = 0;
        for (int i = 0; i < fits.length; i++) {
            fits[i] = wordings.get(i).fit(code, age, follows);
            best = Math.max(best, fits[i]);
        }
        double sum = 0;
        for (int i = 0; i < fits.length; i++) {
            sum += fits[i] == best ? wordings.get(i).share() : 0;
        }
        double rest = uniform * sum;
        Wording picked = null;
        for (int i = 0; i < fits.length && (picked == null || rest >= 0); i++) {
            if (fits[i] == best) {
                picked = wordings.get(i);
                rest -= wordings.get(i).share();
            }
        }
        if (picked == null) {
            throw new IllegalStateException(key + " says nothing of " + code);
        }
        return picked;
    }
}
