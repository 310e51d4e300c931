package io.github.clinicaldata.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a request gets no plan. Each transport translates this family once. */
public abstract sealed class PlanRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    private PlanRejected(String message, List<FieldProblem> problems) {
        super(message, null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, field by field. */
    public List<FieldProblem> problems() {
        return problems;
    }

    /**
     * The same refusal with the names that a client gave to fields.
     *
     * @param names what the client calls a field, by the name of the parameter that it means
     */
    public PlanRejected renamed(Map<String, String> names) {
        return renamed(names, Map.of());
    }

    /**
     * The same refusal with the names that a client gave to fields, and with what it gave for them.
     *
     * @param names what the client calls a field, by the name of the parameter that it means
     * @param given what the client wrote, by the names of parameters that were given something else
     */
    public PlanRejected renamed(Map<String, String> names, Map<String, String> given) {
        if (this instanceof NotAcceptable refused) {
            String value = given.get(refused.field);
            return new NotAcceptable(
                    names.getOrDefault(refused.field, refused.field),
                    value == null ? refused.given : Parameters.quoted(value),
                    refused.offered);
        }
        List<FieldProblem> renamed =
                problems.stream()
                        .map(
                                each ->
                                        new FieldProblem(
                                                names.getOrDefault(each.field(), each.field()),
                                                each.issue()))
                        .toList();
        if (this instanceof Unreadable) {
            return new Unreadable(renamed);
        }
        return this instanceof InvalidValue ? new InvalidValue(renamed) : this;
    }

    private static String sentences(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> problem.field() + ": " + problem.issue())
                .collect(Collectors.joining("; "));
    }

    /** Values that can't be read at all, for example a count that is no number. */
    public static final class Unreadable extends PlanRejected {
        private static final long serialVersionUID = 1L;

        /** Problems of which at least one is a value that can't be read. */
        public Unreadable(List<FieldProblem> problems) {
            super(sentences(problems), problems);
        }
    }

    /** Values that can be read and are not allowed. */
    public static final class InvalidValue extends PlanRejected {
        private static final long serialVersionUID = 1L;

        /** Problems with values that could be read. */
        public InvalidValue(List<FieldProblem> problems) {
            super(sentences(problems), problems);
        }

        /** One problem. */
        public InvalidValue(String field, String issue) {
            this(List.of(new FieldProblem(field, issue)));
        }
    }

    /** A kind or a record that does not exist. */
    public static final class NotFound extends PlanRejected {
        private static final long serialVersionUID = 1L;

        /** What was not found. */
        public NotFound(String field, String issue) {
            super(issue, List.of(new FieldProblem(field, issue)));
        }
    }

    /** A format that is not offered for the kind and transport. */
    public static final class NotAcceptable extends PlanRejected {
        private static final long serialVersionUID = 1L;

        private final String field;
        private final String given;
        private final transient List<String> offered;

        /** What was asked for and what is offered instead. */
        public NotAcceptable(String field, String given, List<String> offered) {
            super(
                    field
                            + ": "
                            + given
                            + " is not offered here; offered are "
                            + String.join(", ", offered),
                    List.of(
                            new FieldProblem(
                                    field,
                                    given
                                            + " is not offered here; offered are "
                                            + String.join(", ", offered))));
            this.field = field;
            this.given = given;
            this.offered = List.copyOf(offered);
        }

        /** The formats or media types that are offered. */
        public List<String> offered() {
            return offered;
        }
    }
}
