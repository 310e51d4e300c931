package io.github.clinicaldata.format.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.clinicaldata.support.FhirValidation;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.ResourceType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The validator needs none of the jars that pom.xml keeps out of the product. */
class ValidatorJarsTest {
    private static String resource(ResourceType type) {
        return """
        {"resourceType": "%s", "id": "1", "language": "en", "unheardOf": 1,
         "meta": {"profile": ["http://example.com/none"], "security": [{"code": "HTEST"}]},
         "text": {"status": "generated",
                  "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">a</div>"},
         "contained": [{"resourceType": "Patient", "id": "p", "gender": "none"}],
         "extension": [{"url": "http://example.com/x", "valueQuantity": {"code": "mg"}}]}
        """
                .formatted(type.name());
    }

    @Test
    void everyTypeOfResource_canBeLookedAt() {
        List<String> resources =
                Stream.of(ResourceType.values()).map(ValidatorJarsTest::resource).toList();
        List<String> errors = FhirValidation.errors(resources);
        for (int i = 0; i < resources.size(); i++) {
            String entry = "entry[" + i + "]";
            assertThat(errors).anyMatch(error -> error.contains(entry));
        }
    }

    static List<IBaseResource> definitions() {
        ValueSet set = new ValueSet();
        set.setUrl("http://example.com/set");
        set.getCompose()
                .addInclude()
                .setSystem("http://unitsofmeasure.org")
                .addConcept()
                .setCode("mg");
        StructureDefinition profile = new StructureDefinition();
        profile.setUrl("http://example.com/profile")
                .setType("Patient")
                .setBaseDefinition("http://hl7.org/fhir/StructureDefinition/Patient");
        ElementDefinition name = profile.getDifferential().addElement();
        name.setId("Patient.name");
        name.setPath("Patient.name").setMin(1);
        name.addConstraint().setKey("x-1").setExpression("family.matches('a')");
        Questionnaire questions = new Questionnaire();
        questions
                .addItem()
                .setLinkId("1")
                .setText("?")
                .setType(Questionnaire.QuestionnaireItemType.STRING)
                .addInitial()
                .setValue(new StringType("a"));
        questions
                .addExtension()
                .setUrl("http://hl7.org/fhir/StructureDefinition/variable")
                .setValue(new Expression().setLanguage("text/fhirpath").setExpression("1 + 1"));
        return List.of(set, profile, questions);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void definitions_canBeLookedAt(IBaseResource definition) {
        String text = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(definition);
        assertThat(FhirValidation.errors(List.of(text))).isNotEmpty();
    }
}
