package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.transport.http.IdempotencyKey;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Parameters of the operations on feeds. */
final class FeedParameters {
    private static final int LONGEST_KEY = 255;

    private FeedParameters() {}

    private static Parameter parameter(
            String name, Parameter.In in, String description, Schema schema, Object example) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .required(in == Parameter.In.PATH)
                .description(description)
                .schema(schema)
                .example(example);
    }

    /** The key under which a request counts once. */
    static Parameter key() {
        return parameter(
                IdempotencyKey.HEADER,
                Parameter.In.HEADER,
                "The same key with the same request brings the same feed; with another one it is"
                        + " refused.",
                SchemaModels.text().minLength(1).maxLength(LONGEST_KEY),
                "load-test-7");
    }

    /** The id of a feed. */
    static Parameter id() {
        return parameter(
                "id",
                Parameter.In.PATH,
                "Id of the feed",
                SchemaModels.text().format("uuid"),
                FeedExamples.ID);
    }

    /** What selects feeds. */
    static Parameter query(String name, String description, Schema schema, Object example) {
        return parameter(name, Parameter.In.QUERY, description, schema, example);
    }
}
