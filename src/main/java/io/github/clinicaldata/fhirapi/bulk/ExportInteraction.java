package io.github.clinicaldata.fhirapi.bulk;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import io.github.clinicaldata.fhirapi.Answer;
import io.github.clinicaldata.fhirapi.FhirProblem;
import io.github.clinicaldata.fhirapi.FhirRequest;
import io.github.clinicaldata.fhirapi.Interaction;
import io.github.clinicaldata.fhirapi.Presentation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;

/**
 * {@code /fhir/$export}, {@code /fhir/Patient/$export} and {@code /fhir/Group/{id}/$export}: begin
 * an export.
 */
@Singleton
public final class ExportInteraction implements Interaction {
    private static final String NAME = "$export";
    private static final String DEFINITIONS =
            "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";
    private static final int LONGEST = 2_000;

    private final ExportReader reader;
    private final Exports exports;

    ExportInteraction(ExportReader reader, Exports exports) {
        this.reader = reader;
        this.exports = exports;
    }

    @Override
    public boolean takes(List<String> path) {
        return path.equals(List.of(NAME))
                || path.equals(List.of("Patient", NAME))
                || path.size() == 3 && path.get(0).equals("Group") && path.get(2).equals(NAME);
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "POST");
    }

    @Override
    public Answer answer(FhirRequest request) {
        Presentation.of(request);
        if (!request.preferences().contains("respond-async")) {
            throw new FhirProblem(
                    400,
                    IssueType.REQUIRED,
                    "Prefer: must be respond-async; exports are made asynchronously only");
        }
        Map<String, List<String>> parameters =
                reader.known(parameters(request), request.isLenient());
        Export export = reader.read(request.path(), parameters);
        String query = Queries.of(parameters);
        if (query.length() > LONGEST) {
            throw new FhirProblem(
                    400,
                    IssueType.TOOLONG,
                    "The parameters have more than " + LONGEST + " characters");
        }
        ExportToken token = new ExportToken(Instant.now().toEpochMilli(), request.path(), query);
        exports.start(token, export);
        return Answer.of(202, "", new byte[0])
                .with(Map.of("Content-Location", request.base() + "/bulk/" + token));
    }

    /** The parameters of the URL, and those of a resource Parameters that was posted. */
    private static Map<String, List<String>> parameters(FhirRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(request.parameters());
        parameters.keySet().removeAll(List.of("_format", "_pretty"));
        if (request.body().isBlank() || request.contentType().contains("form")) {
            return parameters;
        }
        for (Parameters.ParametersParameterComponent one : posted(request).getParameter()) {
            String value = one.hasValue() ? one.getValue().primitiveValue() : null;
            if (value == null) {
                throw FhirProblem.value(one.getName(), "must be a primitive value");
            }
            parameters.computeIfAbsent(one.getName(), name -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static Parameters posted(FhirRequest request) {
        FhirContext context = FhirContext.forR4Cached();
        IParser parser =
                request.contentType().endsWith("xml")
                        ? context.newXmlParser()
                        : context.newJsonParser();
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

    @Override
    public void describe(CapabilityStatementRestComponent rest) {
        rest.addOperation().setName("export").setDefinition(DEFINITIONS + "export");
        rest.getResource().stream()
                .filter(resource -> resource.getType().equals("Patient"))
                .forEach(
                        resource ->
                                resource.addOperation()
                                        .setName("export")
                                        .setDefinition(DEFINITIONS + "patient-export"));
        rest.addResource()
                .setType("Group")
                .addOperation()
                .setName("export")
                .setDefinition(DEFINITIONS + "group-export");
    }
}
