package io.github.clinicaldata.plan;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds what was probably meant by a name that is not known. */
public final class NearestName {
    /** One edit in so many letters is a slip; with more the name is another one. */
    private static final int LETTERS_PER_EDIT = 3;

    private NearestName() {}

    /**
     * The known name with the fewest edits between it and the given one; the first of several. Two
     * neighboring letters that changed places are one edit.
     *
     * @return nothing when it takes more than an edit in {@value #LETTERS_PER_EDIT} letters
     */
    public static Optional<String> of(String given, Collection<String> known) {
        int near = Math.max(1, given.length() / LETTERS_PER_EDIT);
        DamerauLevenshteinDistance edits = new DamerauLevenshteinDistance(near);
        String nearest = null;
        int distance = near + 1;
        for (String candidate : known) {
            int itsDistance = edits.apply(given, candidate);
            if (itsDistance >= 0 && itsDistance < distance) {
                distance = itsDistance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** What is allowed instead of a name, after the known name that was probably meant by it. */
    public static String hint(String given, Collection<String> known) {
        return hint(given, known, "");
    }

    /**
     * The same of names that stand within something.
     *
     * @param within what clients write before each of the names
     */
    public static String hint(String given, Collection<String> known, String within) {
        return of(given, known).map(nearest -> "did you mean " + within + nearest + "? ").orElse("")
                + "known are "
                + String.join(", ", known);
    }
}
