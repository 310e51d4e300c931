package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import jakarta.inject.Singleton;

/** The set {@code 270}: eligibility inquiries. */
@Singleton
public final class EligibilityInquiries implements TransactionSet<EligibilityCheck> {
    @Override
    public String name() {
        return "270";
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
        return "Eligibility inquiries, 270 of 005010X279A1";
    }

    @Override
    public EncoderSession<EligibilityCheck> open(StreamContext context) {
        return new InquirySession(this, context);
    }
}
