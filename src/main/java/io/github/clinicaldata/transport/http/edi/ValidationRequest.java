package io.github.clinicaldata.transport.http.edi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.NearestName;
import io.github.clinicaldata.plan.Parameters;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.transport.http.AcceptHeader;
import io.github.clinicaldata.transport.http.StreamRoutes;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request to check a file asks for.
 *
 * @param answer how it is to be answered
 * @param findings how many findings are told
 * @param gzip whether the file is packed
 */
record ValidationRequest(Answer answer, int findings, boolean gzip) {
    /** The parameter that chooses an answer. */
    static final String FORMAT = "format";

    /** The parameter that bounds the findings of a report. */
    static final String LIMIT = "limit";

    private static final List<String> KNOWN = List.of(FORMAT, LIMIT);

    /** How a file can be answered. */
    enum Answer {
        /** A report in the envelope. */
        JSON("json", "application/json"),
        /** An implementation acknowledgment. */
        ACKNOWLEDGMENT("999", "application/EDI-X12"),
        /** A claim acknowledgment. */
        CLAIM_ACKNOWLEDGMENT("277ca", "application/EDI-X12");

        private final String word;
        private final String mediaType;

        Answer(String word, String mediaType) {
            this.word = word;
            this.mediaType = mediaType;
        }

        String word() {
            return word;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /**
     * Checks a request before its body is read.
     *
     * @throws PlanRejected when a parameter or what is accepted is wrong
     * @throws HttpRefusal when the body is none that is taken
     */
    static ValidationRequest of(RoutingContext context, GeneratorConfig.LimitsConfig limits) {
        HttpServerRequest request = context.request();
        MediaTypes.require(request, MediaTypes.X12);
        boolean gzip = MediaTypes.isGzip(request);
        long most = limits.maxUpload().asLongValue();
        String length = request.getHeader("Content-Length");
        if (length != null && isAbove(length, most)) {
            throw HttpRefusal.tooLarge(most, "clinical.limits.max-upload");
        }
        Map<String, List<String>> given = StreamRoutes.parameters(context.queryParams());
        List<FieldProblem> problems = new ArrayList<>();
        given.forEach((name, values) -> checkName(name, values, problems));
        if (!problems.isEmpty()) {
            throw new PlanRejected.InvalidValue(problems);
        }
        return new ValidationRequest(
                answer(given, context),
                limit(given.get(LIMIT), limits.defaultPage(), limits.maxPage()),
                gzip);
    }

    /** Digits that the server has read as a number before. */
    private static boolean isAbove(String length, long most) {
        try {
            return Parameters.parseLong(length.strip()) > most;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static void checkName(String name, List<String> values, List<FieldProblem> problems) {
        if (!KNOWN.contains(name)) {
            problems.add(
                    new FieldProblem(name, "is not known here; " + NearestName.hint(name, KNOWN)));
        } else if (values.size() > 1) {
            problems.add(
                    new FieldProblem(
                            name, "was given " + values.size() + " times; once is allowed"));
        }
    }

    private static Answer answer(Map<String, List<String>> given, RoutingContext context) {
        List<String> words = List.of("json", "999", "277ca");
        if (given.containsKey(FORMAT)) {
            String word = given.get(FORMAT).get(0);
            for (Answer answer : Answer.values()) {
                if (answer.word().equals(word)) {
                    return answer;
                }
            }
            throw new PlanRejected.NotAcceptable(FORMAT, '"' + word + '"', words);
        }
        List<String> offered = List.of(Answer.JSON.mediaType(), Answer.ACKNOWLEDGMENT.mediaType());
        List<String> accepted = AcceptHeader.mediaTypes(context, offered);
        for (String type : accepted) {
            if (List.of("application/json", "application/*", "*/*").contains(type)) {
                return Answer.JSON;
            }
            if (type.equalsIgnoreCase(Answer.ACKNOWLEDGMENT.mediaType())) {
                return Answer.ACKNOWLEDGMENT;
            }
        }
        if (accepted.isEmpty()) {
            return Answer.JSON;
        }
        throw new PlanRejected.NotAcceptable("Accept", String.join(", ", accepted), offered);
    }

    private static int limit(@Nullable List<String> given, int otherwise, int most) {
        if (given == null) {
            return otherwise;
        }
        String value = given.get(0);
        try {
            long number = Parameters.parseLong(value);
            if (number >= 1 && number <= most) {
                return (int) number;
            }
        } catch (NumberFormatException e) {
            throw new PlanRejected.Unreadable(
                    List.of(new FieldProblem(LIMIT, "must be a whole number from 1 to " + most)));
        }
        throw new PlanRejected.InvalidValue(LIMIT, '"' + value + "\" must be from 1 to " + most);
    }

    /** The media type of the answer. */
    String mediaType() {
        return answer.mediaType();
    }
}
