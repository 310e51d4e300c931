package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.fhirapi.Presentation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Keys and quotas. Their refusals have no examples: whether a server gives them is its settings' to
 * say.
 */
final class SecurityModels {
    private static final String BEARER = "bearer";
    private static final String API_KEY = "apiKey";

    /** Ends the names of refusals that are OperationOutcomes. */
    private static final String OF_FHIR = "OfFhir";

    private static final String HEALTH = "/health";

    private SecurityModels() {}

    /**
     * Adds the schemes, and to all operations but those of health what may be asked and refused.
     */
    static void addTo(OpenAPI document, Components components) {
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A key, where the server asks for one"));
        components.addSecurityScheme(
                API_KEY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("A key, where the server asks for one"));
        headers().forEach((name, text) -> components.addHeader(name, header(text)));
        addRefusals(components, "", SecurityModels::problem);
        addRefusals(components, OF_FHIR, () -> FhirSchemas.outcome(Presentation.JSON_TYPE));
        document.getPaths().getPathItems().forEach(SecurityModels::guard);
    }

    private static Map<String, String> headers() {
        return Map.of(
                "RateLimit",
                "What is left of each policy: r is how much, t the seconds until all is back",
                "RateLimit-Policy",
                "What a client may have: q is how much in w seconds",
                "Retry-After",
                "Seconds until it is worth to ask again",
                "WWW-Authenticate",
                "How to give a key");
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(SchemaModels.text());
    }

    private static void addRefusals(
            Components components, String suffix, Supplier<Content> content) {
        components.addResponse(
                "Unauthenticated" + suffix,
                refusal(
                        "A key is asked for, and none was given or one that opens nothing",
                        content.get(),
                        List.of("WWW-Authenticate")));
        components.addResponse(
                "Forbidden" + suffix,
                refusal("The key is good, but has not the scope", content.get(), List.of()));
        components.addResponse(
                "TooMuch" + suffix,
                refusal(
                        "The client has had its requests of the minute, or has its streams",
                        content.get(),
                        List.of("RateLimit", "RateLimit-Policy", "Retry-After")));
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(SchemaModels.reference("ErrorEnvelope")))
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(SchemaModels.reference("ProblemDetails")));
    }

    private static APIResponse refusal(String description, Content content, List<String> headers) {
        APIResponse response =
                OASFactory.createAPIResponse().description(description).content(content);
        return HeaderModels.on(HeaderModels.on(response, HeaderModels.OF_ANSWER), headers);
    }

    private static void guard(String path, PathItem item) {
        if (path.startsWith(HEALTH)) {
            return;
        }
        String suffix = path.startsWith(FhirSchemas.BASE) ? OF_FHIR : "";
        for (Operation operation : item.getOperations().values()) {
            operation
                    .addSecurityRequirement(
                            OASFactory.createSecurityRequirement().addScheme(BEARER))
                    .addSecurityRequirement(
                            OASFactory.createSecurityRequirement().addScheme(API_KEY))
                    .addSecurityRequirement(OASFactory.createSecurityRequirement());
            refer(operation, "401", "Unauthenticated" + suffix);
            refer(operation, "403", "Forbidden" + suffix);
            refer(operation, "429", "TooMuch" + suffix);
        }
    }

    private static void refer(Operation operation, String status, String component) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse().ref("#/components/responses/" + component));
    }
}
