package io.github.clinicaldata.operations.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;

/** What operations begin with. */
final class Operations {
    private Operations() {}

    /** An operation that takes the id of a request. */
    static Operation of(String tag, String id, String summary) {
        return OASFactory.createOperation()
                .addTag(tag)
                .operationId(id)
                .summary(summary)
                .addParameter(ParameterModels.requestId());
    }
}
