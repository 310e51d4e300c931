package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.security.AccessRefused;
import io.github.clinicaldata.security.Caller;
import io.github.clinicaldata.security.Gate;
import io.github.clinicaldata.security.Request;
import io.github.clinicaldata.security.RequestId;
import io.github.clinicaldata.security.Visits;
import io.github.clinicaldata.security.key.Scope;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.smallrye.common.vertx.VertxContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Lets calls in as {@code RequestVisits} does requests: same keys, same quotas, same audit log. */
@GlobalInterceptor
@ApplicationScoped
public class CallVisits implements ServerInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION = key("Authorization");
    private static final Metadata.Key<String> API_KEY = key("X-API-Key");
    private static final Metadata.Key<String> REQUEST_ID = key(RequestId.HEADER);
    private static final String BEARER = "bearer ";

    private final Gate gate;
    private final Visits visits;
    private final Set<String> publicServices;

    CallVisits(Gate gate, Visits visits, GeneratorConfig config) {
        this.gate = gate;
        this.visits = visits;
        publicServices = Set.copyOf(config.security().publicServices());
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String service = call.getMethodDescriptor().getServiceName();
        if (service != null && publicServices.contains(service)) {
            return next.startCall(call, headers);
        }
        String requestId = RequestId.of(headers.get(REQUEST_ID));
        if (VertxContext.isOnDuplicatedContext()) {
            MDC.put(RequestId.IN_LOGS, requestId);
        }
        String path = call.getMethodDescriptor().getFullMethodName();
        Request request = new Request(requestId, "grpc", address(call), null, path, null);
        VisitedCall<Q, A> visited = new VisitedCall<>(call, visits.begin(request), requestId);
        try {
            admit(visited, request, headers);
        } catch (AccessRefused refused) {
            GrpcFailures.close(visited, refused);
            return new ServerCall.Listener<>() {};
        }
        return new Listener<>(next.startCall(visited, headers), visited);
    }

    private void admit(VisitedCall<?, ?> visited, Request request, Metadata headers) {
        Caller caller = gate.identify(key(headers), request.address());
        VisitedCall.visit(visited).madeBy(caller);
        visited.left(gate.admit(caller, Scope.STREAM));
    }

    private static String address(ServerCall<?, ?> call) {
        SocketAddress client = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return client instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }

    private static @Nullable String key(Metadata headers) {
        String key = headers.get(API_KEY);
        String bearer = headers.get(AUTHORIZATION);
        if (key != null && bearer != null) {
            throw new AccessRefused.Unauthenticated(
                    "One key is needed; the call has both authorization and x-api-key");
        }
        if (bearer == null) {
            return key;
        }
        if (!bearer.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new AccessRefused.Unauthenticated(
                    "The authorization metadata must be \"Bearer <key>\"");
        }
        return bearer.substring(BEARER.length()).strip();
    }

    /** Learns that a client has cancelled. */
    private static final class Listener<Q> extends SimpleForwardingServerCallListener<Q> {
        private final VisitedCall<Q, ?> visited;

        Listener(ServerCall.Listener<Q> delegate, VisitedCall<Q, ?> visited) {
            super(delegate);
            this.visited = visited;
        }

        @Override
        public void onCancel() {
            super.onCancel();
            visited.cancelled();
        }
    }
}
