package io.github.clinicaldata.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.fhir.ResourceType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;

/**
 * {@code POST /fhir/{Type}/$validate}, with an id before the operation or without: what HAPI's
 * validator says of a resource by the definitions of FHIR R4.
 */
@Singleton
public final class ValidateInteraction implements Interaction {
    private static final String NAME = "$validate";
    private static final long BUSY_SECONDS = 5;

    private final Populations populations;
    private final Semaphore room;
    private final int most;

    ValidateInteraction(Populations populations, GeneratorConfig config) {
        this.populations = populations;
        most = config.fhir().validations();
        room = new Semaphore(most);
    }

    /** The validator, made when it is first asked for: its definitions are large. */
    private static final class Holder {
        static final FhirValidator VALIDATOR = validator();

        private static FhirValidator validator() {
            FhirContext context = FhirContext.forR4Cached();
            FhirInstanceValidator instances =
                    new FhirInstanceValidator(
                            new ValidationSupportChain(
                                    new DefaultProfileValidationSupport(context),
                                    new CommonCodeSystemsTerminologyService(context),
                                    new InMemoryTerminologyServerValidationSupport(context)));
            instances.setErrorForUnknownProfiles(false);
            return context.newValidator().registerValidatorModule(instances);
        }
    }

    @Override
    public boolean takes(List<String> path) {
        return !path.isEmpty() && path.size() <= 3 && path.get(path.size() - 1).equals(NAME);
    }

    @Override
    public List<String> methods() {
        return List.of("POST");
    }

    @Override
    public Answer answer(FhirRequest request) {
        Presentation presentation = Presentation.of(request);
        populations.refuseOthers(request, Set.copyOf(Presentation.PARAMETERS));
        if (request.body().isBlank()) {
            throw new FhirProblem(400, IssueType.REQUIRED, "The body must be a resource");
        }
        boolean xml = request.isXmlPosted();
        String text = resource(request, xml);
        if (!room.tryAcquire()) {
            throw FhirProblem.tooEarly(
                    503, "No more than " + most + " resources are validated at once", BUSY_SECONDS);
        }
        try {
            OperationOutcome outcome =
                    (OperationOutcome)
                            Holder.VALIDATOR.validateWithResult(text).toOperationOutcome();
            return Documents.answer(200, outcome, presentation);
        } finally {
            room.release();
        }
    }

    /**
     * The resource as it was sent, or the one in the parameters of the operation. It is read here
     * for its type alone: what is wrong with it, is the validator's to say.
     */
    private static String resource(FhirRequest request, boolean xml) {
        FhirContext context = FhirContext.forR4Cached();
        IParser parser = xml ? context.newXmlParser() : context.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler().disableAllErrors());
        IBaseResource parsed = parsed(parser, request.body());
        if (!(parsed instanceof Parameters)) {
            refuseOtherType(request, parsed);
            return request.body();
        }
        if (xml) {
            throw FhirProblem.unsupported(
                    "Parameters are taken in JSON only; send the resource itself");
        }
        String inner = inner(request.body());
        refuseOtherType(request, parsed(parser, inner));
        return inner;
    }

    private static IBaseResource parsed(IParser parser, String text) {
        try {
            return parser.parseResource(text);
        } catch (DataFormatException e) {
            throw new FhirProblem(
                    400, IssueType.STRUCTURE, "The body is no resource: " + e.getMessage());
        }
    }

    /** The parameter with the resource, as it was sent. */
    private static String inner(String parameters) {
        try {
            for (JsonNode parameter : new ObjectMapper().readTree(parameters).path("parameter")) {
                if (parameter.path("name").asText().equals("resource")
                        && parameter.has("resource")) {
                    return parameter.path("resource").toString();
                }
            }
        } catch (JsonProcessingException e) {
            throw new FhirProblem(
                    400, IssueType.STRUCTURE, "The body is no JSON: " + e.getOriginalMessage());
        }
        throw new FhirProblem(400, IssueType.REQUIRED, "The Parameters have no resource");
    }

    private static void refuseOtherType(FhirRequest request, IBaseResource parsed) {
        String wanted = request.path().get(0);
        if (request.path().size() >= 2 && !wanted.equals(parsed.fhirType())) {
            throw new FhirProblem(
                    400,
                    IssueType.INVALID,
                    "The body is of the type "
                            + parsed.fhirType()
                            + ", the path of "
                            + ResourceSources.shown(wanted));
        }
    }

    @Override
    public void describe(CapabilityStatementRestComponent rest) {
        rest.getResource().stream()
                .filter(resource -> ResourceType.named(resource.getType()).isPresent())
                .forEach(
                        resource ->
                                resource.addOperation()
                                        .setName("validate")
                                        .setDefinition(
                                                "http://hl7.org/fhir/OperationDefinition/Resource-validate"));
    }
}
