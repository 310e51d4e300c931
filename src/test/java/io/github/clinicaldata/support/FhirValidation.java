package io.github.clinicaldata.support;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator with the definitions of FHIR R4. */
public final class FhirValidation {
    private static final FhirValidator VALIDATOR = validator();

    private FhirValidation() {}

    private static FhirValidator validator() {
        FhirContext context = FhirContext.forR4Cached();
        ValidationSupportChain chain =
                new ValidationSupportChain(
                        new DefaultProfileValidationSupport(context),
                        new CommonCodeSystemsTerminologyService(context),
                        new InMemoryTerminologyServerValidationSupport(context));
        FhirInstanceValidator instances = new FhirInstanceValidator(chain);
        instances.setErrorForUnknownProfiles(false);
        return context.newValidator().registerValidatorModule(instances);
    }

    /** The errors in a resource, each in a line. */
    public static List<String> errors(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(FhirValidation::line)
                .toList();
    }

    /** All that the validator says of a resource, each in a line. */
    public static List<String> messages(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .map(FhirValidation::line)
                .toList();
    }

    private static String line(SingleValidationMessage message) {
        return message.getSeverity().name().toLowerCase(Locale.ROOT)
                + " at "
                + message.getLocationString()
                + " "
                + message.getMessageId()
                + ": "
                + message.getMessage();
    }
}
