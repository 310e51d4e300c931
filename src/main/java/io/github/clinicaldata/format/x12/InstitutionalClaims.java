package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.provider.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

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
    public String guide() {
        return "005010X223A2";
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

    /** The attending provider has to be a person. */
    @Override
    public boolean writes(Claim claim) {
        Provider attending = claim.rendering();
        return claim.type() == ClaimType.INSTITUTIONAL
                && attending != null
                && attending.lastName() != null;
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("type", Filters.codes(ClaimType.INSTITUTIONAL));
    }

    @Override
    public EncoderSession<Claim> open(StreamContext context) {
        return new InstitutionalSession(this, context);
    }
}
