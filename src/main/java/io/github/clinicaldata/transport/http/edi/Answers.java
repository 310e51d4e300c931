package io.github.clinicaldata.transport.http.edi;

import io.github.clinicaldata.format.x12.answer.Acknowledgment;
import io.github.clinicaldata.format.x12.answer.ClaimAcknowledgment;
import io.github.clinicaldata.format.x12.validate.Submission;
import io.github.clinicaldata.format.x12.validate.X12Reading;
import io.github.clinicaldata.format.x12.validate.X12Report;
import io.github.clinicaldata.format.x12.validate.X12Validator;
import io.github.clinicaldata.plan.PlanRejected;
import java.util.Set;
import java.util.TreeSet;

/** Answers in X12, or why there is none. */
final class Answers {
    private Answers() {}

    /**
     * The answer to a file.
     *
     * @throws PlanRejected when the file has nothing that can be answered so
     */
    static byte[] of(ValidationRequest.Answer answer, X12Reading reading) {
        Submission file = reading.submission();
        boolean ofClaims = answer == ValidationRequest.Answer.CLAIM_ACKNOWLEDGMENT;
        if (file.groups() == 0) {
            throw refused(answer, "a functional group, and the file has none" + why(reading));
        }
        Set<String> needed =
                ofClaims
                        ? Set.of("groups", "transaction sets", "claims", "findings")
                        : Set.of("groups", "transaction sets");
        Set<String> left = new TreeSet<>(file.left());
        left.retainAll(needed);
        if (!left.isEmpty()) {
            throw refused(
                    answer,
                    ("files of at most %d groups, %d transaction sets, %d claims and %d findings;"
                                    + " this one has more %s")
                            .formatted(
                                    Submission.MOST_GROUPS,
                                    Submission.MOST_TRANSACTIONS,
                                    Submission.MOST_CLAIMS,
                                    X12Validator.MOST_ANSWERED,
                                    String.join(", ", left)));
        }
        if (ofClaims && !ClaimAcknowledgment.answers(file)) {
            throw refused(answer, "claims in an 837, and the file has none" + why(reading));
        }
        return ofClaims ? ClaimAcknowledgment.of(file) : Acknowledgment.of(file);
    }

    private static String why(X12Reading reading) {
        X12Report report = reading.report();
        return report.findings().isEmpty()
                ? ""
                : ": " + report.findings().get(report.findings().size() - 1).message();
    }

    private static PlanRejected refused(ValidationRequest.Answer answer, String issue) {
        return new PlanRejected.InvalidValue(
                ValidationRequest.FORMAT, answer.word() + " answers " + issue);
    }
}
