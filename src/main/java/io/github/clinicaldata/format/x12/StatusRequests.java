package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.claim.Claim;
import io.github.clinicaldata.record.claim.ClaimType;
import io.github.clinicaldata.record.filter.Filters;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The set {@code 276}: claim status requests. */
@Singleton
public final class StatusRequests implements TransactionSet<Claim> {
    @Override
    public String name() {
        return "276";
    }

    @Override
    public String kind() {
        return "claims";
    }

    @Override
    public String guide() {
        return "005010X212";
    }

    @Override
    public String description() {
        return "Claim status requests, 276 of 005010X212";
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
    public boolean writes(Claim record) {
        return record.type() != ClaimType.PHARMACY;
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("type", Filters.codes(ClaimType.PROFESSIONAL, ClaimType.INSTITUTIONAL));
    }

    @Override
    public EncoderSession<Claim> open(StreamContext context) {
        return new StatusSession(this, context, false);
    }
}
