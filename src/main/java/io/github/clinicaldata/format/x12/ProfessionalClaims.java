package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.filter.Filters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The set {@code 837p}: professional claims. */
@Singleton
public final class ProfessionalClaims implements TransactionSet<Claim> {
    @Override
    public String name() {
        return "837p";
    }

    @Override
    public String kind() {
        return "claims";
    }

    @Override
    public String guide() {
        return "005010X222A1";
    }

    @Override
    public String description() {
        return "Professional claims, 837 of 005010X222A1";
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Claim claim) {
        return claim.type() == ClaimType.PROFESSIONAL;
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("type", Filters.codes(ClaimType.PROFESSIONAL));
    }

    @Override
    public EncoderSession<Claim> open(StreamContext context) {
        return new ProfessionalSession(this, context);
    }
}
