package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.transport.http.IdempotencyKey;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters of the operations on feeds. */
final class FeedParameters {
    private static final int LONGEST_KEY = 255;

    private FeedParameters() {}

    /** The key under which a request counts once. */
    static Parameter key() {
        return ParameterModels.of(
                IdempotencyKey.HEADER,
                Parameter.In.HEADER,
                "The same key with the same request brings the same feed; with another one it is"
                        + " refused.",
                SchemaModels.text().minLength(1).maxLength(LONGEST_KEY),
                "load-test-7");
    }

    /** The id of a feed. */
    static Parameter id() {
        return ParameterModels.of(
                "id",
                Parameter.In.PATH,
                "Id of the feed",
                SchemaModels.text().format("uuid"),
                FeedExamples.ID);
    }
}
