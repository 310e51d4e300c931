package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.database.DatabaseUnavailableException;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.Parameters;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.AccessRefused;
import io.github.clinicaldata.stream.NoMatchException;
import io.github.clinicaldata.stream.ServerStoppingException;
import io.github.clinicaldata.work.WorkRejected;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as HTTP says it.
 *
 * @param status the status code
 * @param code the word in {@code error.code}
 * @param message for people
 * @param details by field
 */
public record HttpProblem(int status, String code, String message, List<FieldProblem> details) {
    /** The status of a method that a path does not take. */
    static final int METHOD_NOT_ALLOWED = 405;

    /** The status while the server stops. */
    static final int UNAVAILABLE = 503;

    /** What Quarkus REST says of a body in chunks that goes beyond the bound. */
    private static final String TOO_LARGE = "Request too large";

    /** Translates a failure; what nobody foresaw becomes 500 and says nothing of the inside. */
    public static HttpProblem of(Throwable failure) {
        if (failure instanceof PlanRejected rejected) {
            return of(rejected);
        }
        if (failure instanceof AccessRefused refused) {
            return of(refused);
        }
        if (failure instanceof NoMatchException) {
            return new HttpProblem(
                    422, "NO_MATCH", String.valueOf(failure.getMessage()), List.of());
        }
        if (failure instanceof ServerStoppingException) {
            return new HttpProblem(
                    UNAVAILABLE,
                    "SERVER_STOPPING",
                    String.valueOf(failure.getMessage()),
                    List.of());
        }
        if (failure instanceof WorkRejected rejected) {
            return of(rejected);
        }
        if (failure instanceof DatabaseUnavailableException) {
            return new HttpProblem(
                    UNAVAILABLE,
                    "UNAVAILABLE",
                    "Jobs, feeds and the audit log are not available now; streams are. Try again"
                            + " soon",
                    List.of());
        }
        if (failure instanceof IOException && TOO_LARGE.equals(failure.getMessage())) {
            return ofStatus(413, "", "");
        }
        return new HttpProblem(
                500, "INTERNAL_ERROR", "The server failed; its log has the request id", List.of());
    }

    private static HttpProblem of(AccessRefused refused) {
        int status;
        String code;
        if (refused instanceof AccessRefused.Unauthenticated) {
            status = 401;
            code = "UNAUTHENTICATED";
        } else if (refused instanceof AccessRefused.Forbidden) {
            status = 403;
            code = "FORBIDDEN";
        } else {
            status = 429;
            code = "TOO_MUCH";
        }
        return new HttpProblem(status, code, String.valueOf(refused.getMessage()), List.of());
    }

    private static HttpProblem of(PlanRejected rejected) {
        int status;
        String code;
        if (rejected instanceof PlanRejected.Unreadable) {
            status = 400;
            code = "BAD_REQUEST";
        } else if (rejected instanceof PlanRejected.NotFound) {
            status = 404;
            code = "NOT_FOUND";
        } else if (rejected instanceof PlanRejected.NotAcceptable) {
            status = 406;
            code = "NOT_ACCEPTABLE";
        } else {
            status = 422;
            code = "VALIDATION_ERROR";
        }
        return new HttpProblem(
                status, code, String.valueOf(rejected.getMessage()), rejected.problems());
    }

    private static HttpProblem of(WorkRejected rejected) {
        String message = String.valueOf(rejected.getMessage());
        if (rejected instanceof WorkRejected.KeyReused) {
            FieldProblem problem = new FieldProblem("Idempotency-Key", message);
            return new HttpProblem(
                    422, "KEY_REUSED", "Idempotency-Key: " + message, List.of(problem));
        }
        if (rejected instanceof WorkRejected.WrongState) {
            return new HttpProblem(409, "CONFLICT", message, List.of());
        }
        return rejected instanceof WorkRejected.QueueFull
                ? new HttpProblem(503, "QUEUE_FULL", message, List.of())
                : new HttpProblem(410, "GONE", message, List.of());
    }

    /**
     * A body of a type that is not taken.
     *
     * @param given the header {@code Content-Type}; null where there is none
     * @param taken the types that are taken
     */
    public static HttpProblem unsupportedType(@Nullable String given, List<String> taken) {
        return unsupported(
                "Content-Type",
                (given == null ? "is missing" : Parameters.quoted(given) + " is not taken")
                        + "; taken are "
                        + String.join(", ", taken));
    }

    /** A body that a header says something of that is not taken. */
    public static HttpProblem unsupported(String header, String issue) {
        return new HttpProblem(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                header + ": " + issue,
                List.of(new FieldProblem(header, issue)));
    }

    /** Whether the same request may succeed soon. */
    public boolean isPassing() {
        return status == UNAVAILABLE;
    }

    /** The failure of a status that the framework chose. */
    public static HttpProblem ofStatus(int status, String method, String path) {
        return switch (status) {
            case 400 -> new HttpProblem(400, "BAD_REQUEST", "The request can't be read", List.of());
            case 404 -> new HttpProblem(404, "NOT_FOUND", "There is nothing at " + path, List.of());
            case 405 ->
                    new HttpProblem(
                            405,
                            "METHOD_NOT_ALLOWED",
                            path + " does not take " + method,
                            List.of());
            case 406 ->
                    new HttpProblem(
                            406,
                            "NOT_ACCEPTABLE",
                            "Nothing of what is accepted is offered",
                            List.of());
            case 413 ->
                    new HttpProblem(413, "TOO_LARGE", "The request's body is too large", List.of());
            case 415 ->
                    new HttpProblem(
                            415,
                            "UNSUPPORTED_MEDIA_TYPE",
                            "The body's type is not taken",
                            List.of());
            default ->
                    new HttpProblem(
                            status,
                            status < 500 ? "BAD_REQUEST" : "INTERNAL_ERROR",
                            status < 500
                                    ? "The request was refused"
                                    : "The server failed; its log has the request id",
                            List.of());
        };
    }
}
