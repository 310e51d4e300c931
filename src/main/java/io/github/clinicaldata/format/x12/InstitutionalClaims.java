package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimType;
import jakarta.inject.Singleton;

/** The set {@code 837i}: institutional claims. */
@Singleton
public final class InstitutionalClaims implements TransactionSet<Claim> {
    @Override
    public String name() {
        return "837i";
    }

    @Override
    public String kind() {
        return "claims";
    }

    @Override
    public String description() {
        return "Institutional claims, 837 of 005010X223A2";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Claim claim) {
        return claim.type() == ClaimType.INSTITUTIONAL;
    }

    @Override
    public EncoderSession<Claim> open(StreamContext context) {
        return new InstitutionalSession(this, context);
    }
}
