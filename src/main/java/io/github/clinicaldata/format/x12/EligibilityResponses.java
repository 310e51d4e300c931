package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import jakarta.inject.Singleton;

/** The set {@code 271}: eligibility responses. */
@Singleton
public final class EligibilityResponses implements TransactionSet<EligibilityCheck> {
    @Override
    public String name() {
        return "271";
    }

    @Override
    public String kind() {
        return "eligibility-checks";
    }

    @Override
    public String guide() {
        return "005010X279A1";
    }

    @Override
    public String description() {
        return "Eligibility responses, 271 of 005010X279A1";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public EncoderSession<EligibilityCheck> open(StreamContext context) {
        return new ResponseSession(this, context);
    }
}
