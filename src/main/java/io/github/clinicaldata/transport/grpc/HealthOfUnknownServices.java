package io.github.clinicaldata.transport.grpc;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers for services that there are not as the protocol {@code grpc.health.v1} says: a check ends
 * with {@code NOT_FOUND}, and who watches is told {@code SERVICE_UNKNOWN}. Quarkus says {@code
 * UNKNOWN} to both, and of those services only.
 */
@GlobalInterceptor
@ApplicationScoped
public class HealthOfUnknownServices implements ServerInterceptor {
    /** Newer than the protocol's definition that Quarkus has. */
    private static final int SERVICE_UNKNOWN = 3;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return next.startCall(
                HealthGrpc.SERVICE_NAME.equals(call.getMethodDescriptor().getServiceName())
                        ? new HealthCall<>(call)
                        : call,
                headers);
    }

    private static final class HealthCall<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private boolean notFound;

        HealthCall(ServerCall<Q, A> call) {
            super(call);
        }

        @Override
        public void sendMessage(A message) {
            if (!(message instanceof HealthCheckResponse response)
                    || response.getStatus() != ServingStatus.UNKNOWN) {
                super.sendMessage(message);
            } else if (getMethodDescriptor().getType() == MethodType.UNARY) {
                notFound = true;
            } else {
                super.sendMessage(serviceUnknown());
            }
        }

        @SuppressWarnings("unchecked") // only health checks are answered by such messages
        private A serviceUnknown() {
            return (A) HealthCheckResponse.newBuilder().setStatusValue(SERVICE_UNKNOWN).build();
        }

        @Override
        public void close(Status status, Metadata trailers) {
            super.close(
                    notFound && status.isOk()
                            ? Status.NOT_FOUND.withDescription(
                                    "There is no such service; reflection lists those that there"
                                            + " are")
                            : status,
                    trailers);
        }
    }
}
