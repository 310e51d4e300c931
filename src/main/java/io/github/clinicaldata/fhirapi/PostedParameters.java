package io.github.clinicaldata.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;

/** The parameters of operations that are posted as a resource of the type Parameters. */
public final class PostedParameters {
    private PostedParameters() {}

    /**
     * A request with the parameters of its body beside those of its URL.
     *
     * @throws FhirProblem when there is a body that is no such resource, or one of its parameters
     *     is no primitive value
     */
    public static FhirRequest addedTo(FhirRequest request) {
        // a form was read with the URL
        if (request.body().isBlank() || request.contentType().equals(RequestReader.FORM)) {
            return request;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.parameters()
                .forEach((name, values) -> parameters.put(name, new ArrayList<>(values)));
        for (Parameters.ParametersParameterComponent one : posted(request).getParameter()) {
            if (!one.hasName()) {
                throw new FhirProblem(
                        400, IssueType.STRUCTURE, "Each of the Parameters must have a name");
            }
            String value = one.hasValue() ? one.getValue().primitiveValue() : null;
            if (value == null) {
                throw FhirProblem.value(
                        ResourceSources.shown(one.getName()), "must be a primitive value");
            }
            parameters.computeIfAbsent(one.getName(), name -> new ArrayList<>()).add(value);
        }
        return request.with(parameters);
    }

    private static Parameters posted(FhirRequest request) {
        FhirContext context = FhirContext.forR4Cached();
        IParser parser = request.isXmlPosted() ? context.newXmlParser() : context.newJsonParser();
        try {
            IBaseResource resource = parser.parseResource(request.body());
            if (resource instanceof Parameters parameters) {
                return parameters;
            }
        } catch (DataFormatException e) {
            // said below
        }
        throw new FhirProblem(
                400, IssueType.STRUCTURE, "The body must be a resource of the type Parameters");
    }
}
