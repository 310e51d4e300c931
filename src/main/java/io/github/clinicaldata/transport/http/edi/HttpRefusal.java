package io.github.clinicaldata.transport.http.edi;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.transport.http.HttpProblem;
import java.util.List;

/** A request whose body is refused, or was not read to its end. */
final class HttpRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HttpProblem problem;

    HttpRefusal(HttpProblem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    /** How it is answered. */
    HttpProblem problem() {
        return problem;
    }

    /** A body with more bytes than a setting allows. */
    static HttpRefusal tooLarge(long most, String setting) {
        String issue = "is larger than %d bytes, the limit of %s".formatted(most, setting);
        return new HttpRefusal(
                new HttpProblem(
                        413,
                        "TOO_LARGE",
                        "The request's body " + issue,
                        List.of(new FieldProblem("body", issue))));
    }
}
