package io.github.clinicaldata.support;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.LookupCodeResult;
import ca.uhn.fhir.context.support.LookupCodeRequest;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * HAPI's validator with the definitions of FHIR R4 and those of US Core that the tests have; a
 * profile that it doesn't know is passed over.
 */
public final class FhirValidation {
    private static final FhirValidator VALIDATOR = validator();

    /**
     * HAPI takes it for an error that a language is none of the common ones, which FHIR only
     * prefers. That languages are codes of BCP 47 is asked of {@link #isLanguage} instead.
     */
    private static final class PreferredLanguages extends FhirDefaultPolicyAdvisor {
        @Override
        public boolean isSuppressMessageId(String path, String messageId) {
            return path.contains(".communication[")
                    && path.endsWith("].language")
                    && messageId.equals("Terminology_PassThrough_TX_Message");
        }
    }

    private FhirValidation() {}

    private static FhirValidator validator() {
        FhirContext context = FhirContext.forR4Cached();
        ValidationSupportChain chain =
                new ValidationSupportChain(
                        new DefaultProfileValidationSupport(context),
                        UsCoreDefinitions.support(context),
                        new CommonCodeSystemsTerminologyService(context),
                        new InMemoryTerminologyServerValidationSupport(context));
        FhirInstanceValidator instances = new FhirInstanceValidator(chain);
        instances.setErrorForUnknownProfiles(false);
        instances.setValidatorPolicyAdvisor(new PreferredLanguages());
        return context.newValidator().registerValidatorModule(instances);
    }

    /**
     * The errors in resources, each in a line. They are validated in one Bundle: HAPI reads its
     * tables again for each thing that it validates, which takes longer than to validate it.
     */
    public static List<String> errors(List<String> resources) {
        StringBuilder bundle =
                new StringBuilder(
                        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[");
        for (int i = 0; i < resources.size(); i++) {
            bundle.append(i == 0 ? "" : ",")
                    .append("{\"fullUrl\":\"urn:uuid:")
                    .append(new UUID(0x8000L, Long.MIN_VALUE | i))
                    .append("\",\"resource\":")
                    .append(resources.get(i))
                    .append('}');
        }
        return errors(bundle.append("]}").toString());
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

    /** Whether a code is a language of BCP 47 by HAPI's copy of its registry. */
    public static boolean isLanguage(String code) {
        FhirContext context = FhirContext.forR4Cached();
        CommonCodeSystemsTerminologyService languages =
                new CommonCodeSystemsTerminologyService(context);
        LookupCodeResult found =
                languages.lookupCode(
                        new ValidationSupportContext(languages),
                        new LookupCodeRequest("urn:ietf:bcp:47", code));
        return found != null && found.isFound();
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
