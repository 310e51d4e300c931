package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.object;

import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import io.github.clinicaldata.security.smart.SmartConfiguration;
import io.github.clinicaldata.security.smart.SmartTokens;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Tokens by SMART Backend Services; 404 where a server gives none. */
@Singleton
final class SmartPaths implements PathGroup {
    private static final String TAG = "smart";
    private static final String FORM =
            "grant_type=client_credentials&scope=system/*.read"
                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                + "&client_assertion=eyJhbGciOiJFUzM4NCJ9.e30.c2lnbmVk";

    private final Examples examples;

    SmartPaths(Examples examples) {
        this.examples = examples;
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "Tokens for registered clients by SMART Backend Services, where the server is set up"
                + " for it";
    }

    @Override
    public Map<String, PathItem> all() {
        return Map.of(
                SmartTokens.PATH,
                OASFactory.createPathItem().POST(token()),
                SmartConfiguration.PATH,
                KindPaths.get(configuration()));
    }

    private static Operation operation(String id, String summary) {
        return Operations.of(TAG, id, summary);
    }

    private Operation token() {
        Schema answer =
                object().addProperty("access_token", SchemaModels.text())
                        .addProperty("token_type", SchemaModels.schema().constValue("bearer"))
                        .addProperty("expires_in", SchemaModels.number().description("In seconds"))
                        .addProperty("scope", SchemaModels.text())
                        .required(List.of("access_token", "token_type", "expires_in", "scope"));
        Object example =
                examples.parse(
                        """
                        {"access_token": "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmVk",
                         "token_type": "bearer", "expires_in": 300, "scope": "system/*.read"}
                        """);
        return operation("token", "A token for who signs for it")
                .description(
                        "Refusals of what is signed have error and error_description, by RFC 6749.")
                .requestBody(
                        Bodies.of(
                                "application/x-www-form-urlencoded",
                                object().additionalPropertiesSchema(SchemaModels.text()),
                                "For all that can be read",
                                FORM))
                .responses(
                        ProblemResponses.on(
                                Responses.ok(
                                        Responses.answer(
                                                "The token",
                                                "POST " + SmartTokens.PATH,
                                                answer,
                                                example)),
                                Problem.NOT_FOUND,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.UNSUPPORTED));
    }

    private Operation configuration() {
        Schema answer =
                object().addProperty("token_endpoint", SchemaModels.text())
                        .addProperty(
                                "token_endpoint_auth_methods_supported", list(SchemaModels.text()))
                        .addProperty(
                                "token_endpoint_auth_signing_alg_values_supported",
                                list(SchemaModels.text()))
                        .addProperty("grant_types_supported", list(SchemaModels.text()))
                        .addProperty("scopes_supported", list(SchemaModels.text()))
                        .addProperty("capabilities", list(SchemaModels.text()))
                        .required(List.of("token_endpoint", "capabilities"));
        Object example =
                examples.tree(SmartConfiguration.of("https://data.example.org/auth/token"));
        return operation("smartConfiguration", "How tokens are to be had")
                .responses(
                        ProblemResponses.on(
                                Responses.ok(
                                        Responses.answer(
                                                "The configuration",
                                                "GET " + SmartConfiguration.PATH,
                                                answer,
                                                example)),
                                Problem.NOT_FOUND,
                                Problem.METHOD_NOT_ALLOWED));
    }
}
