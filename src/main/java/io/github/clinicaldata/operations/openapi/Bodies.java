package io.github.clinicaldata.operations.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Bodies of requests. */
final class Bodies {
    private Bodies() {}

    /** A body of one media type with an example. */
    static RequestBody of(String mediaType, Schema schema, String name, Object example) {
        return OASFactory.createRequestBody()
                .required(true)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        mediaType,
                                        Responses.shown(schema, Examples.of(name, example))));
    }
}
