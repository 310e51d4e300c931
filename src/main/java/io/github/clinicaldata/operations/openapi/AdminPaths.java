package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.operations.openapi.ProblemResponses.Problem;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The paths of those who run the server: keys, clients of SMART, and the audit log. */
@Singleton
final class AdminPaths implements PathGroup {
    private static final String TAG = "admin";
    private static final String KEYS = "/api/v1/admin/keys";
    private static final String CLIENTS = "/api/v1/admin/smart-clients";
    private static final String AUDIT = "/api/v1/audit";
    private static final String ONE = "/{id}";

    private final AdminExamples shown;

    AdminPaths(AdminExamples shown) {
        this.shown = shown;
    }

    @Override
    public String tag() {
        return TAG;
    }

    @Override
    public String description() {
        return "Keys, clients of SMART Backend Services, and the audit log; for keys with the"
                + " scope admin";
    }

    @Override
    public void addSchemas(Components components) {
        AdminSchemas.addTo(components);
    }

    @Override
    public Map<String, PathItem> all() {
        return Map.of(
                KEYS,
                OASFactory.createPathItem().GET(keys()).POST(makeKey()),
                KEYS + ONE,
                OASFactory.createPathItem().DELETE(revokeKey()),
                CLIENTS,
                OASFactory.createPathItem().GET(clients()).POST(registerClient()),
                CLIENTS + ONE,
                OASFactory.createPathItem().DELETE(removeClient()),
                AUDIT,
                OASFactory.createPathItem().GET(audit()));
    }

    private static Operation operation(String id, String summary) {
        return Operations.of(TAG, id, summary);
    }

    private static APIResponse answer(
            String description, String request, Schema schema, Object example) {
        return Responses.answer(description, request, EnvelopeSchemas.success(schema), example);
    }

    private Operation keys() {
        return all(
                operation(
                        "listKeys", "All keys without their secrets, revoked and expired ones too"),
                answer("The keys", "GET " + KEYS, AdminSchemas.all("keys", "Key"), shown.keys()));
    }

    private Operation makeKey() {
        return made(
                operation("makeKey", "Make a key, which is shown this once"),
                AdminSchemas.newKey(),
                shown.newKey(),
                answer("The key", "POST " + KEYS, SchemaModels.reference("Key"), shown.madeKey()));
    }

    private Operation revokeKey() {
        return byId(
                operation("revokeKey", "Revoke a key")
                        .description(
                                "At once on this server, after a few seconds on others with the"
                                        + " same keys."),
                "Id of the key",
                AdminExamples.KEY_ID,
                answer(
                        "The key as it is now",
                        "DELETE " + KEYS + "/" + AdminExamples.KEY_ID,
                        SchemaModels.reference("Key"),
                        shown.revokedKey()));
    }

    private Operation clients() {
        return all(
                operation("listSmartClients", "All clients that may sign for tokens"),
                answer(
                        "The clients",
                        "GET " + CLIENTS,
                        AdminSchemas.all("clients", "SmartClient"),
                        shown.clients()));
    }

    private Operation registerClient() {
        return made(
                operation("registerSmartClient", "Register a client that signs for tokens"),
                AdminSchemas.newClient(),
                shown.newClient(),
                answer(
                        "The client",
                        "POST " + CLIENTS,
                        SchemaModels.reference("SmartClient"),
                        shown.client()));
    }

    private Operation removeClient() {
        return byId(
                operation("removeSmartClient", "Remove a client"),
                "Id of the client",
                AdminExamples.CLIENT_ID,
                answer(
                        "The client that was removed",
                        "DELETE " + CLIENTS + "/" + AdminExamples.CLIENT_ID,
                        SchemaModels.reference("SmartClient"),
                        shown.client()));
    }

    private Operation audit() {
        Operation operation =
                operation("listRequests", "Requests that have ended, the latest first");
        AdminSchemas.auditParameters().forEach(operation::addParameter);
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(
                                answer(
                                        "The page",
                                        "GET " + AUDIT,
                                        AdminSchemas.page(),
                                        shown.audit())),
                        Problem.BAD_REQUEST,
                        Problem.METHOD_NOT_ALLOWED,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNPROCESSABLE,
                        Problem.UNAVAILABLE));
    }

    private static Operation all(Operation operation, APIResponse response) {
        return operation.responses(
                ProblemResponses.on(
                        Responses.ok(response), Problem.METHOD_NOT_ALLOWED, Problem.UNPROCESSABLE));
    }

    private static Operation made(
            Operation operation, Schema body, Object example, APIResponse response) {
        response.addHeader("Location", HeaderModels.location("Where it is revoked or removed"));
        APIResponses responses = OASFactory.createAPIResponses().addAPIResponse("201", response);
        return operation
                .requestBody(Bodies.of("application/json", body, "For a nightly job", example))
                .responses(
                        ProblemResponses.on(
                                responses,
                                Problem.BAD_REQUEST,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.UNSUPPORTED,
                                Problem.UNPROCESSABLE));
    }

    private static Operation byId(
            Operation operation, String description, String id, APIResponse response) {
        return operation
                .addParameter(ParameterModels.path("id", description, SchemaModels.text(), id))
                .responses(
                        ProblemResponses.on(
                                Responses.ok(response),
                                Problem.NOT_FOUND,
                                Problem.METHOD_NOT_ALLOWED,
                                Problem.UNPROCESSABLE));
    }
}
