package io.github.clinicaldata.operations.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Parts of responses that operations share. */
final class Responses {
    private static final String EXAMPLE = "example";

    private Responses() {}

    /** A media type with its schema and one example. */
    static MediaType shown(Schema schema, Example example) {
        return OASFactory.createMediaType().schema(schema).addExample(EXAMPLE, example);
    }

    /** A media type of bytes, which a document can only refer to. */
    static MediaType binary(String path) {
        return binary("GET", path);
    }

    /** A media type of bytes that answer another method than GET. */
    static MediaType binary(String method, String path) {
        return OASFactory.createMediaType()
                .addExample(
                        EXAMPLE,
                        OASFactory.createExample()
                                .summary(method + " " + path)
                                .externalValue(path));
    }

    /** A good answer in JSON. */
    static APIResponse json(String description, Schema schema, Example example) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(
                        OASFactory.createContent()
                                .addMediaType("application/json", shown(schema, example)));
    }

    /** A good answer in JSON, with the headers of every answer. */
    static APIResponse answer(String description, String request, Schema schema, Object example) {
        return HeaderModels.on(
                json(description, schema, Examples.of(request, example)), HeaderModels.OF_ANSWER);
    }

    /** Responses that begin with a good one. */
    static APIResponses ok(APIResponse response) {
        return OASFactory.createAPIResponses().addAPIResponse("200", response);
    }

    /** A good answer in several media types. */
    static APIResponse ok(String description, Content content) {
        return OASFactory.createAPIResponse().description(description).content(content);
    }
}
