package io.github.clinicaldata.fhirapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants resources to look.
 *
 * @param xml XML rather than JSON
 * @param pretty with line breaks
 */
public record Presentation(boolean xml, boolean pretty) {
    /** What is written when a client does not care. */
    public static final Presentation JSON = new Presentation(false, false);

    /** The media type of JSON. */
    public static final String JSON_TYPE = "application/fhir+json";

    /** The media type of XML. */
    public static final String XML_TYPE = "application/fhir+xml";

    /** The media types, that of who does not care first. */
    static final List<String> OFFERED = List.of(JSON_TYPE, XML_TYPE);

    /** The parameters that choose. */
    static final List<String> PARAMETERS = List.of("_format", "_pretty");

    private static final Map<String, Boolean> IS_XML =
            Map.ofEntries(
                    Map.entry("json", false),
                    Map.entry("application/json", false),
                    Map.entry("text/json", false),
                    Map.entry(JSON_TYPE, false),
                    Map.entry("application/*", false),
                    Map.entry("*/*", false),
                    Map.entry("xml", true),
                    Map.entry("application/xml", true),
                    Map.entry("text/xml", true),
                    Map.entry(XML_TYPE, true));

    /**
     * What a request asks for: the parameter first, then what it accepts.
     *
     * @throws FhirProblem when that is not offered
     */
    public static Presentation of(FhirRequest request) {
        return new Presentation(isXml(request), isPretty(request.parameter("_pretty")));
    }

    private static boolean isPretty(@Nullable String value) {
        if (value == null || value.equals("true") || value.equals("false")) {
            return "true".equals(value);
        }
        throw FhirProblem.value("_pretty", "must be true or false");
    }

    private static boolean isXml(FhirRequest request) {
        String format = request.parameter("_format");
        if (format != null) {
            // a plus sign in a query stands for a blank unless it is encoded
            String type = withoutParameters(format).replace(' ', '+');
            return Optional.ofNullable(IS_XML.get(type)).orElseThrow(() -> refused("_format"));
        }
        if (request.accepted().isEmpty()) {
            return false;
        }
        return request.accepted().stream()
                .filter(IS_XML::containsKey)
                .findFirst()
                .map(IS_XML::get)
                .orElseThrow(() -> refused("Accept"));
    }

    private static String withoutParameters(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static FhirProblem refused(String name) {
        return new FhirProblem(
                406,
                IssueType.NOTSUPPORTED,
                name + ": offered are " + JSON_TYPE + " and " + XML_TYPE);
    }

    /** The media type. */
    public String mediaType() {
        return xml ? XML_TYPE : JSON_TYPE;
    }
}
