package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.remittance.Remittance;
import jakarta.inject.Singleton;

/** The set {@code 835}: remittance advices. */
@Singleton
public final class RemittanceAdvice implements TransactionSet<Remittance> {
    @Override
    public String name() {
        return "835";
    }

    @Override
    public String kind() {
        return "remittances";
    }

    @Override
    public String guide() {
        return "005010X221A1";
    }

    @Override
    public String description() {
        return "Remittance advices, 835 of 005010X221A1";
    }

    @Override
    public EncoderSession<Remittance> open(StreamContext context) {
        return new RemittanceSession(this, context);
    }
}
