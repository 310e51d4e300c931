package io.github.clinicaldata.operations.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Parts of requests that operations share. */
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

    /** A part of the path. */
    static Parameter pathParameter(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .description(description)
                .schema(SchemaModels.text())
                .example(example);
    }
}
