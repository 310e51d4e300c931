package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.security.Caller;
import io.github.clinicaldata.security.key.ApiKey;
import io.github.clinicaldata.stream.StreamSpans;
import io.github.clinicaldata.work.Origin;
import io.vertx.ext.web.RoutingContext;

/** Says who asks for work that goes on after the request. */
public final class Origins {
    private Origins() {}

    /** Who makes a request. */
    public static Origin of(RoutingContext context) {
        Caller caller = RequestVisits.of(context).caller();
        ApiKey key = caller.key();
        return new Origin(
                RequestIds.of(context),
                key == null ? null : key.id(),
                key == null ? null : key.name(),
                caller.address(),
                StreamSpans.traceParent());
    }
}
