package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.claim.ClaimsKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of eligibility checks. */
final class CheckKnobs {
    /** No source publishes a share; what clearing houses tell their customers is about this. */
    private static final double REJECTED = 0.06;

    /** The share of questions that are rejected. */
    static final Knob<Double> REJECTIONS =
            Knob.open(
                    "rejection_share",
                    "Share of eligibility checks that are rejected",
                    REJECTED,
                    "a share from 0 to 1",
                    "0.2",
                    CheckKnobs::share);

    /** All of them: what members have met so far depends on their claims. */
    static final List<Knob<?>> ALL =
            Stream.concat(new ClaimsKind().knobs().stream(), Stream.of(REJECTIONS)).toList();

    private CheckKnobs() {}

    private static Optional<Double> share(String given) {
        try {
            double share = Double.parseDouble(given);
            return share >= 0 && share <= 1 ? Optional.of(share) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
