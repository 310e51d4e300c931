package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.AccessRefused;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Why a request below {@code /fhir} is refused: becomes an OperationOutcome. */
public final class FhirProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final IssueType type;
    private final transient List<String> issues;
    private final transient Map<String, String> headers;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param type of all its issues
     * @param issues for people, each a sentence; at least one
     * @param headers beside those of every answer
     */
    public FhirProblem(
            int status, IssueType type, List<String> issues, Map<String, String> headers) {
        super(String.join("; ", issues), null, false, false);
        this.status = status;
        this.type = type;
        this.issues = List.copyOf(issues);
        this.headers = Map.copyOf(headers);
    }

    /** A refusal for one reason. */
    public FhirProblem(int status, IssueType type, String issue) {
        this(status, type, List.of(issue), Map.of());
    }

    /** A parameter with a value that is not allowed. */
    public static FhirProblem value(String parameter, String issue) {
        return new FhirProblem(400, IssueType.VALUE, parameter + ": " + issue);
    }

    /** Something that is not done here. */
    public static FhirProblem unsupported(String issue) {
        return new FhirProblem(400, IssueType.NOTSUPPORTED, issue);
    }

    /** A resource, a type or a path that does not exist. */
    public static FhirProblem notFound(String issue) {
        return new FhirProblem(404, IssueType.NOTFOUND, issue);
    }

    /** A request that comes too early. */
    public static FhirProblem tooEarly(int status, String issue, long seconds) {
        return new FhirProblem(
                status,
                IssueType.THROTTLED,
                List.of(issue),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    /** What a failure means to a client; what nobody foresaw says nothing of the inside. */
    static FhirProblem of(Throwable failure) {
        if (failure instanceof FhirProblem problem) {
            return problem;
        }
        if (failure instanceof AccessRefused.TooMuch refused) {
            return tooEarly(429, String.valueOf(refused.getMessage()), refused.retryAfterSeconds());
        }
        if (failure instanceof PlanRejected.NotFound rejected) {
            return notFound(String.valueOf(rejected.getMessage()));
        }
        if (failure instanceof PlanRejected rejected) {
            return new FhirProblem(
                    rejected instanceof PlanRejected.NotAcceptable ? 406 : 400,
                    IssueType.VALUE,
                    rejected.problems().stream().map(FhirProblem::sentence).toList(),
                    Map.of());
        }
        return new FhirProblem(
                500, IssueType.EXCEPTION, "The server failed; its log has the request id");
    }

    private static String sentence(FieldProblem problem) {
        return problem.field() + ": " + problem.issue();
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** The type of the issues. */
    IssueType type() {
        return type;
    }

    /** The issues. */
    List<String> issues() {
        return issues;
    }

    /** The headers of the answer. */
    Map<String, String> headers() {
        return headers;
    }
}
