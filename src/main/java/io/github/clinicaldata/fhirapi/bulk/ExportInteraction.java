package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.fhirapi.Answer;
import io.github.clinicaldata.fhirapi.FhirProblem;
import io.github.clinicaldata.fhirapi.FhirRequest;
import io.github.clinicaldata.fhirapi.Interaction;
import io.github.clinicaldata.fhirapi.PostedParameters;
import io.github.clinicaldata.fhirapi.Presentation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

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
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(PostedParameters.addedTo(request).parameters());
        parameters.keySet().removeAll(List.of("_format", "_pretty"));
        return parameters;
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
