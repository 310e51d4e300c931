package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.PlanRejected;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a client accepts (RFC 9110, sections 8.3.1, 12.4.2 and 12.5.1). */
public final class AcceptHeader {
    private static final String NAME = "Accept";
    private static final String JSON = "application/json";
    private static final String ANYTHING = "*/*";
    private static final String RANGE = "/*";

    private AcceptHeader() {}

    /**
     * The media types without parameters, in lower case, that a good answer may have, best first;
     * empty when the client says none. Where it refuses some by a weight of 0, each range is
     * replaced by the offers in it that are left. What it accepts of a bad answer, {@link
     * ProblemWriter} decides.
     *
     * @param offered the media types of which one may be chosen for a range, the best first
     */
    public static List<String> mediaTypes(RoutingContext context, List<String> offered) {
        List<MIMEHeader> given = given(context).stream().filter(type -> !isProblem(type)).toList();
        List<String> wanted =
                given.stream()
                        .filter(type -> type.weight() > 0)
                        .sorted((a, b) -> Float.compare(b.weight(), a.weight()))
                        .map(AcceptHeader::withoutParameters)
                        .toList();
        if (given.stream().allMatch(type -> type.weight() > 0)) {
            return wanted;
        }
        // who says only what is refused takes anything else
        List<String> left =
                withoutRefused(given, wanted.isEmpty() ? List.of(ANYTHING) : wanted, offered);
        // as it was sent, it is none of what is offered
        return left.isEmpty()
                ? List.of(String.join(", ", context.request().headers().getAll(NAME)))
                : left;
    }

    private static List<String> withoutRefused(
            List<MIMEHeader> given, List<String> wanted, List<String> offered) {
        Set<String> left = new LinkedHashSet<>();
        for (String type : wanted) {
            if (type.endsWith(RANGE)) {
                offered.stream()
                        .map(offer -> offer.toLowerCase(Locale.ROOT))
                        .filter(offer -> isIn(offer, type) && !isRefused(offer, given))
                        .forEach(left::add);
            } else {
                left.add(type);
            }
        }
        return new ArrayList<>(left);
    }

    /** Whether the closest of the types and ranges that an offer is in all have a weight of 0. */
    private static boolean isRefused(String offer, List<MIMEHeader> given) {
        String type = offer.substring(0, offer.indexOf('/'));
        for (String range : List.of(offer, type + RANGE, ANYTHING)) {
            List<MIMEHeader> close =
                    given.stream().filter(one -> withoutParameters(one).equals(range)).toList();
            if (!close.isEmpty()) {
                return close.stream().allMatch(one -> one.weight() <= 0);
            }
        }
        return false;
    }

    private static boolean isIn(String offer, String range) {
        return range.equals(ANYTHING) || offer.startsWith(range.substring(0, range.length() - 1));
    }

    /**
     * Refuses a client that accepts no JSON where nothing else is offered.
     *
     * @throws PlanRejected.NotAcceptable when it accepts something, and no JSON
     */
    public static void requireJson(RoutingContext context) {
        require(context, JSON);
    }

    /**
     * Refuses a client that does not accept the one media type that is offered.
     *
     * @throws PlanRejected.NotAcceptable when it accepts something, and not that
     */
    static void require(RoutingContext context, String offered) {
        List<String> accepted = mediaTypes(context, List.of(offered));
        String type = offered.substring(0, offered.indexOf('/'));
        if (!accepted.isEmpty()
                && accepted.stream()
                        .noneMatch(List.of(offered, type + RANGE, ANYTHING)::contains)) {
            throw new PlanRejected.NotAcceptable(
                    NAME, String.join(", ", accepted), List.of(offered));
        }
    }

    /** Whether problems may be {@code application/problem+json}. */
    static boolean takesProblems(RoutingContext context) {
        return given(context).stream().anyMatch(type -> isProblem(type) && type.weight() > 0);
    }

    private static List<MIMEHeader> given(RoutingContext context) {
        List<MIMEHeader> given = context.parsedHeaders().accept();
        // they are read at the first look at their weight, and have no parts before
        given.forEach(MIMEHeader::weight);
        return given;
    }

    private static boolean isProblem(MIMEHeader type) {
        return "problem+json".equalsIgnoreCase(type.subComponent());
    }

    private static String withoutParameters(MIMEHeader type) {
        return (type.component() + "/" + type.subComponent()).toLowerCase(Locale.ROOT);
    }
}
