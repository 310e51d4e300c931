package io.github.clinicaldata.transport.http;

import io.github.clinicaldata.plan.FieldProblem;
import io.github.clinicaldata.plan.PlanRejected;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Encodes what clients send as it is and URIs must not have (RFC 3986, section 2), such as the bar
 * of {@code identifier=system|value}, before anybody else reads the URI. One that can't be mended
 * is refused.
 */
@ApplicationScoped
public class EncodedUris {
    /** Behind the headers and ids that refusals have. */
    private static final int BEHIND_IDS = -9_999;

    private static final String REFUSED = EncodedUris.class.getName();
    private static final String ROOT = "/";

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** What may stand in a URI: unreserved, reserved but for brackets, and the percent sign. */
    private static final String ALLOWED = LETTERS + "-._~:/?#@!$&'()*+,;=%";

    private static final int ASCII_END = 0x80;
    private static final int BYTE_END = 0x100;

    private final ProblemWriter problems;

    EncodedUris(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(EncodedUris::encode);
        router.route().order(BEHIND_IDS).handler(this::refuse);
    }

    private static void encode(RoutingContext context) {
        String given = context.request().uri();
        if (isAscii(given) && isValid(given)) {
            context.next();
            return;
        }
        String encoded = encode(given);
        if (!isOfAPath(encoded)) {
            // a path that can't be decoded would fail wherever it is looked at
            context.put(REFUSED, true);
            String literal = encode(given.replace("%", "%25"));
            encoded = isOfAPath(literal) ? literal : ROOT;
        }
        // goes through all routes again
        context.reroute(encoded);
    }

    private void refuse(RoutingContext context) {
        if (context.get(REFUSED) == null) {
            context.next();
            return;
        }
        problems.fail(
                context,
                new PlanRejected.Unreadable(
                        List.of(
                                new FieldProblem(
                                        "url",
                                        "can't be read; what is no letter, digit or one of -._~ is"
                                                + " percent-encoded in a value, such as % as %25"
                                                + " and | as %7C"))));
    }

    private static boolean isOfAPath(String uri) {
        return uri.startsWith(ROOT) && isValid(uri);
    }

    /** Java's URIs take most letters of other scripts, which are bytes here. */
    private static boolean isAscii(String uri) {
        return uri.chars().allMatch(each -> each < ASCII_END);
    }

    private static boolean isValid(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A URI whose illegal characters are percent-encoded; percent signs stay as they are. */
    static String encode(String uri) {
        StringBuilder encoded = new StringBuilder(uri.length() + 8);
        uri.codePoints().forEach(each -> append(each, encoded));
        return encoded.toString();
    }

    private static void append(int character, StringBuilder encoded) {
        if (character < ASCII_END && ALLOWED.indexOf(character) >= 0) {
            encoded.append((char) character);
            return;
        }
        // Netty reads each byte as a character
        byte[] bytes =
                Character.toString(character)
                        .getBytes(
                                character < BYTE_END
                                        ? StandardCharsets.ISO_8859_1
                                        : StandardCharsets.UTF_8);
        for (byte each : bytes) {
            encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
    }
}
