package io.github.clinicaldata.plan;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what was probably meant by a name that is not known. */
public final class NearestName {
    private static final int NEAR = 4;

    private NearestName() {}

    /**
     * The known name with the fewest edits between it and the given one; the first of several.
     *
     * @return nothing when it takes more than {@value #NEAR} edits
     */
    public static Optional<String> of(String given, Collection<String> known) {
        LevenshteinDistance edits = new LevenshteinDistance(NEAR);
        String nearest = null;
        int distance = NEAR + 1;
        for (String candidate : known) {
            int itsDistance = edits.apply(given, candidate);
            if (itsDistance >= 0 && itsDistance < distance) {
                distance = itsDistance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
