package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.enrollment.Enrollment;
import jakarta.inject.Singleton;

/** The set {@code 834}: benefit enrollments. */
@Singleton
public final class BenefitEnrollments implements TransactionSet<Enrollment> {
    @Override
    public String name() {
        return "834";
    }

    @Override
    public String kind() {
        return "enrollments";
    }

    @Override
    public String guide() {
        return "005010X220A1";
    }

    @Override
    public String description() {
        return "Benefit enrollments, 834 of 005010X220A1";
    }

    @Override
    public EncoderSession<Enrollment> open(StreamContext context) {
        return new EnrollmentSession(this, context);
    }
}
