package io.github.clinicaldata.operations.openapi;

import static io.github.clinicaldata.operations.openapi.SchemaModels.list;
import static io.github.clinicaldata.operations.openapi.SchemaModels.number;
import static io.github.clinicaldata.operations.openapi.SchemaModels.object;
import static io.github.clinicaldata.operations.openapi.SchemaModels.reference;
import static io.github.clinicaldata.operations.openapi.SchemaModels.schema;
import static io.github.clinicaldata.operations.openapi.SchemaModels.text;

import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.security.key.Scope;
import io.github.clinicaldata.transport.http.ListParameters;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Schemas of keys, of clients of SMART, and of the audit log. */
final class AdminSchemas {
    private static final String MOMENT = "2026-01-01T00:00:00Z";

    private AdminSchemas() {}

    /** Adds the schemas that are referred to. */
    static void addTo(Components components) {
        components.addSchema("Key", key());
        components.addSchema("SmartClient", client());
        components.addSchema("AuditEvent", event());
    }

    private static Schema time(String description) {
        return text().format("date-time").description(description);
    }

    private static Schema scopes() {
        return list(text().enumeration(
                                List.copyOf(
                                        Arrays.stream(Scope.values()).map(Scope::label).toList())))
                .description("What the key is good for");
    }

    private static Schema key() {
        return object().description("A key")
                .addProperty("id", text())
                .addProperty("name", text().description("Who has it"))
                .addProperty("scopes", scopes())
                .addProperty("created", time("When it was made"))
                .addProperty("expires", time("Absent: never"))
                .addProperty("revoked", time("Absent: it was not"))
                .addProperty("key", text().description("The whole key, shown once"))
                .required(List.of("id", "name", "scopes", "created"));
    }

    /** The body of a request for a key. */
    static Schema newKey() {
        return object().description("What the key is to be")
                .addProperty("name", text().minLength(1).description("Who has it"))
                .addProperty("scopes", scopes().minItems(1))
                .addProperty("expires_in", text().description("Such as 90d; absent or null: never"))
                .required(List.of("name", "scopes"))
                .additionalPropertiesBoolean(false);
    }

    private static Schema jwks() {
        Schema keys =
                list(object().additionalPropertiesBoolean(true))
                        .minItems(1)
                        .description("Keys for RS384 or ES384");
        return object().description("Public keys, a JSON Web Key Set")
                .addProperty("keys", keys)
                .required(List.of("keys"));
    }

    private static Schema client() {
        return object().description("A client of SMART Backend Services")
                .addProperty("id", text().description("What it writes into iss and sub"))
                .addProperty("name", text().description("Who it is"))
                .addProperty("created", time("When it was registered"))
                .addProperty("jwks", jwks())
                .required(List.of("id", "name", "created", "jwks"));
    }

    /** The body of a request for a client. */
    static Schema newClient() {
        return object().description("What the client is to be")
                .addProperty("name", text().minLength(1).description("Who it is"))
                .addProperty("jwks", jwks())
                .required(List.of("name", "jwks"))
                .additionalPropertiesBoolean(false);
    }

    private static Schema outcome() {
        return text().enumeration(
                        List.copyOf(
                                Arrays.stream(AuditOutcome.values())
                                        .map(AuditOutcome::label)
                                        .toList()));
    }

    private static Schema event() {
        return object().description("A request that has ended")
                .addProperty("id", text().format("uuid"))
                .addProperty("time", time("When it came"))
                .addProperty("request_id", text())
                .addProperty("transport", text().description("http or grpc"))
                .addProperty("key", text().description("Id of the key"))
                .addProperty("key_name", text().description("Who has the key"))
                .addProperty("address", text().description("Of the client"))
                .addProperty("method", text())
                .addProperty("path", text())
                .addProperty("query", text().description("Without what may be secret"))
                .addProperty("population", text())
                .addProperty("range", text().description("Kind and indexes"))
                .addProperty("records", number())
                .addProperty("bytes", number())
                .addProperty("milliseconds", number())
                .addProperty("status", text())
                .addProperty("outcome", outcome())
                .required(List.of("id", "time", "request_id", "path", "status", "outcome"));
    }

    /** All of something under a name. */
    static Schema all(String name, String schema) {
        return object().addProperty(name, list(reference(schema))).required(List.of(name));
    }

    /** A page of the audit log. */
    static Schema page() {
        return all("events", "AuditEvent")
                .addProperty(
                        "next_cursor",
                        text().description("Cursor of the next page; absent after the last"));
    }

    /** What selects requests of the audit log. */
    static List<Parameter> auditParameters() {
        return List.of(
                moment("from", "Only requests that came at this moment or later."),
                moment("until", "Only requests that came before this moment."),
                query("key", "Only requests with the key of this id.", AdminExamples.KEY_ID),
                query("request_id", "Only requests of this id.", Examples.REQUEST_ID),
                query("address", "Only requests from this address.", "192.0.2.7"),
                query(
                        "endpoint",
                        "Only requests of this path; with * at its end, of all that begin so.",
                        "/api/v1/members/*"),
                query("status", "Only requests that ended with this status.", "200"),
                ParameterModels.query(
                        "outcome", "Only requests that ended so.", outcome(), "complete"),
                ParameterModels.query(
                        "limit",
                        "Requests of the page at most.",
                        number().minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(ListParameters.MOST)),
                        10),
                query("cursor", "The next_cursor of the page before.", JobExamples.CURSOR));
    }

    private static Parameter moment(String name, String description) {
        return ParameterModels.query(name, description, text().format("date-time"), MOMENT);
    }

    private static Parameter query(String name, String description, String example) {
        return ParameterModels.query(name, description, text(), example);
    }
}
