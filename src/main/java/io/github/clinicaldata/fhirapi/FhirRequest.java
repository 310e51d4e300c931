package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.transport.http.RangeRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * A request below {@code /fhir}, read and not yet judged.
 *
 * @param method of HTTP
 * @param path the segments after {@code /fhir}, decoded
 * @param parameters of the query, and of the form of a search that was posted
 * @param query as it was sent, without the question mark
 * @param body as text; empty when there is none
 * @param contentType of the body, without parameters and in lower case; empty when there is none
 * @param accepted media types without parameters and in lower case, best first; empty for anything
 * @param preferences of the header {@code Prefer}
 * @param bytes which bytes of a file are wanted
 * @param base the URL of {@code /fhir} as the client names it
 */
public record FhirRequest(
        String method,
        List<String> path,
        Map<String, List<String>> parameters,
        String query,
        String body,
        String contentType,
        List<String> accepted,
        Set<String> preferences,
        RangeRequest bytes,
        String base) {

    /** The one value of a parameter, or null when it was not given. */
    public @Nullable String parameter(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw FhirProblem.value(name, "was given " + values.size() + " times; once is allowed");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** Whether what is not known is to be passed over rather than refused. */
    public boolean isLenient() {
        return preferences.contains("handling=lenient");
    }

    /** The same request with other parameters. */
    FhirRequest with(Map<String, List<String>> others) {
        return new FhirRequest(
                method, path, others, query, body, contentType, accepted, preferences, bytes, base);
    }

    /**
     * Whether the resource in the body is in XML.
     *
     * @throws FhirProblem when it is said to be neither XML nor JSON
     */
    boolean isXmlPosted() {
        return switch (contentType) {
            case "application/fhir+json", "application/json", "text/json" -> false;
            case "application/fhir+xml", "application/xml", "text/xml" -> true;
            default ->
                    throw new FhirProblem(
                            415,
                            IssueType.NOTSUPPORTED,
                            "Content-Type: must be application/fhir+json or application/fhir+xml");
        };
    }

    /** The URL that was asked for, with its query. */
    public String url() {
        String url = base + "/" + String.join("/", path);
        return query.isEmpty() ? url : url + "?" + query;
    }
}
