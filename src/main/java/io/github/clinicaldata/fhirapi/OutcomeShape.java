package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.transport.http.HttpProblem;
import io.github.clinicaldata.transport.http.ProblemShape;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Makes OperationOutcomes of what is refused below {@code /fhir} before a request comes to the
 * dispatcher, such as by a missing key. It runs on event loops, where HAPI's parser, slow at its
 * first use, has no place; so the resource is put together here.
 */
@Singleton
final class OutcomeShape implements ProblemShape {
    private static final int FAILED_FROM = 500;

    @Override
    public boolean isOf(String normalizedPath) {
        return normalizedPath.equals(RequestReader.PATH)
                || normalizedPath.startsWith(RequestReader.PATH + "/");
    }

    @Override
    public String mediaType() {
        return Presentation.JSON_TYPE;
    }

    @Override
    public Object body(HttpProblem problem) {
        String code = type(problem.status()).toCode();
        List<Map<String, String>> issues = new ArrayList<>();
        for (FieldProblem each : problem.details()) {
            issues.add(issue(code, each.field() + ": " + each.issue()));
        }
        if (issues.isEmpty()) {
            issues.add(issue(code, problem.message()));
        }
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("resourceType", "OperationOutcome");
        outcome.put("issue", issues);
        return outcome;
    }

    private static Map<String, String> issue(String code, String diagnostics) {
        Map<String, String> issue = new LinkedHashMap<>();
        issue.put("severity", IssueSeverity.ERROR.toCode());
        issue.put("code", code);
        issue.put("diagnostics", diagnostics);
        return issue;
    }

    private static IssueType type(int status) {
        return switch (status) {
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            case 404, 410 -> IssueType.NOTFOUND;
            case 405, 406, 415, 505 -> IssueType.NOTSUPPORTED;
            case 408, 503 -> IssueType.TRANSIENT;
            case 409 -> IssueType.CONFLICT;
            case 413 -> IssueType.TOOLONG;
            case 422 -> IssueType.VALUE;
            case 429 -> IssueType.THROTTLED;
            default -> status >= FAILED_FROM ? IssueType.EXCEPTION : IssueType.INVALID;
        };
    }
}
