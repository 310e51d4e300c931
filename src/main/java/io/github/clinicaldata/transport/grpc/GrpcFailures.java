package io.github.clinicaldata.transport.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.AccessRefused;
import io.github.clinicaldata.stream.NoMatchException;
import io.github.clinicaldata.stream.ServerStoppingException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import org.jboss.logging.Logger;

/** Says failures as gRPC does; what nobody foresaw says nothing of the inside. */
final class GrpcFailures {
    private static final Logger LOG = Logger.getLogger(GrpcFailures.class);

    private GrpcFailures() {}

    /** Ends a call with a failure. */
    static void close(ServerCall<?, ?> call, Throwable failure) {
        StatusRuntimeException translated = translate(failure);
        Metadata trailers = translated.getTrailers();
        call.close(translated.getStatus(), trailers == null ? new Metadata() : trailers);
    }

    /** The failure as a status with details; logs what the client can't mend. */
    static StatusRuntimeException translate(Throwable failure) {
        if (failure instanceof PlanRejected rejected) {
            return StatusProto.toStatusRuntimeException(of(rejected));
        }
        if (failure instanceof AccessRefused refused) {
            return StatusProto.toStatusRuntimeException(of(refused));
        }
        if (failure instanceof NoMatchException) {
            return io.grpc.Status.FAILED_PRECONDITION
                    .withDescription(failure.getMessage())
                    .asRuntimeException();
        }
        if (failure instanceof ServerStoppingException) {
            return io.grpc.Status.UNAVAILABLE
                    .withDescription(failure.getMessage())
                    .asRuntimeException();
        }
        LOG.error("A gRPC call failed", failure);
        return io.grpc.Status.INTERNAL
                .withDescription("The server failed; its log says why")
                .asRuntimeException();
    }

    private static Status of(AccessRefused refused) {
        Status.Builder status =
                Status.newBuilder().setMessage(String.valueOf(refused.getMessage()));
        if (refused instanceof AccessRefused.TooMuch tooMuch) {
            RetryInfo retry =
                    RetryInfo.newBuilder()
                            .setRetryDelay(
                                    Duration.newBuilder().setSeconds(tooMuch.retryAfterSeconds()))
                            .build();
            return status.setCode(Code.RESOURCE_EXHAUSTED_VALUE)
                    .addDetails(Any.pack(retry))
                    .build();
        }
        return status.setCode(
                        refused instanceof AccessRefused.Unauthenticated
                                ? Code.UNAUTHENTICATED_VALUE
                                : Code.PERMISSION_DENIED_VALUE)
                .build();
    }

    private static Status of(PlanRejected rejected) {
        BadRequest.Builder details = BadRequest.newBuilder();
        for (FieldProblem problem : rejected.problems()) {
            details.addFieldViolationsBuilder()
                    .setField(problem.field())
                    .setDescription(problem.issue());
        }
        Code code =
                rejected instanceof PlanRejected.NotFound ? Code.NOT_FOUND : Code.INVALID_ARGUMENT;
        return Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(String.valueOf(rejected.getMessage()))
                .addDetails(Any.pack(details.build()))
                .build();
    }
}
