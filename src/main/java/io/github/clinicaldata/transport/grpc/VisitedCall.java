package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.security.RequestId;
import io.github.clinicaldata.security.Visit;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.security.limit.QuotaState;
import io.grpc.Attributes;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * A call that knows its visit and ends it with itself. Methods find the visit in the attributes,
 * which pass through whatever else is put round the call.
 *
 * @param <Q> the type of request
 * @param <A> the type of answer
 */
final class VisitedCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private static final Attributes.Key<Visit> VISIT = Attributes.Key.create("visit");
    private static final Metadata.Key<String> REQUEST_ID = key(RequestId.HEADER);
    private static final Metadata.Key<String> POLICY = key("RateLimit-Policy");
    private static final Metadata.Key<String> LEFT = key("RateLimit");

    private final Visit visit;
    private final String requestId;
    private QuotaState quota = QuotaState.UNBOUNDED;
    private boolean headersSent;

    VisitedCall(ServerCall<Q, A> call, Visit visit, String requestId) {
        super(call);
        this.visit = visit;
        this.requestId = requestId;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    /** The visit of a call. */
    static Visit visit(ServerCall<?, ?> call) {
        Visit visit = call.getAttributes().get(VISIT);
        if (visit == null) {
            throw new IllegalStateException("The call was not let in");
        }
        return visit;
    }

    /** Says what the client has left. */
    void left(QuotaState state) {
        quota = state;
    }

    @Override
    public Attributes getAttributes() {
        return super.getAttributes().toBuilder().set(VISIT, visit).build();
    }

    @Override
    public void sendHeaders(Metadata headers) {
        headersSent = true;
        addTo(headers);
        super.sendHeaders(headers);
    }

    private void addTo(Metadata metadata) {
        metadata.put(REQUEST_ID, requestId);
        if (!quota.policy().isEmpty()) {
            metadata.put(POLICY, quota.policy());
            metadata.put(LEFT, quota.left());
        }
    }

    @Override
    public void close(Status status, Metadata trailers) {
        if (!headersSent) {
            addTo(trailers);
        }
        super.close(status, trailers);
        visit.end(status.getCode().name(), outcome(status));
    }

    /** The client is gone, has cancelled, or its deadline has passed. */
    void cancelled() {
        visit.end(Status.Code.CANCELLED.name(), AuditOutcome.CANCELLED);
    }

    private static AuditOutcome outcome(Status status) {
        return switch (status.getCode()) {
            case OK -> AuditOutcome.COMPLETE;
            case CANCELLED, DEADLINE_EXCEEDED -> AuditOutcome.CANCELLED;
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED,
                    UNAUTHENTICATED ->
                    AuditOutcome.REFUSED;
            case UNKNOWN, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS -> AuditOutcome.FAILED;
        };
    }
}
