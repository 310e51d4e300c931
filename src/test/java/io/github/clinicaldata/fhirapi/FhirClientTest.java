package io.github.clinicaldata.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import io.quarkus.test.junit.QuarkusTest;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** HAPI's own client, which also checks the CapabilityStatement before its first call. */
@QuarkusTest
class FhirClientTest {
    private static IGenericClient client() {
        FhirContext context = FhirContext.forR4Cached();
        context.getRestfulClientFactory().setSocketTimeout(120_000);
        return context.newRestfulGenericClient(FhirServer.base());
    }

    /** A resource without what the client notes of where it comes from. */
    private static String json(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }

    @Test
    void client_readsSearchesAndPages() {
        IGenericClient client = client();
        assertThat(client.capabilities().ofType(CapabilityStatement.class).execute().getRest())
                .hasSize(1);
        Bundle first =
                client.search()
                        .forResource(Patient.class)
                        .where(Patient.BIRTHDATE.after().day("1980-01-01"))
                        .count(5)
                        .returnBundle(Bundle.class)
                        .execute();
        assertThat(first.getEntry()).hasSize(5);
        Bundle second = client.loadPage().next(first).execute();
        assertThat(second.getEntry()).hasSize(5);
        Patient patient = (Patient) second.getEntryFirstRep().getResource();
        Patient read = client.read().resource(Patient.class).withId(patient.getIdPart()).execute();
        assertThat(json(read)).isEqualTo(json(patient));
        Patient inXml =
                client.read()
                        .resource(Patient.class)
                        .withId(patient.getIdPart())
                        .encodedXml()
                        .execute();
        assertThat(json(inXml)).isEqualTo(json(patient));
    }

    @Test
    void client_findsByIdentifierAndPatient_andCallsOperations() {
        IGenericClient client = client();
        Bundle encounters =
                client.search()
                        .forResource(Encounter.class)
                        .count(1)
                        .returnBundle(Bundle.class)
                        .execute();
        String patient =
                ((Encounter) encounters.getEntryFirstRep().getResource())
                        .getSubject()
                        .getReference();
        Bundle ofPatient =
                client.search()
                        .forResource(Encounter.class)
                        .where(Encounter.PATIENT.hasId(patient))
                        .returnBundle(Bundle.class)
                        .execute();
        assertThat(ofPatient.getTotal()).isPositive();
        Patient read = client.read().resource(Patient.class).withId(patient).execute();
        Bundle byIdentifier =
                client.search()
                        .forResource(Patient.class)
                        .where(
                                Patient.IDENTIFIER
                                        .exactly()
                                        .systemAndIdentifier(
                                                read.getIdentifierFirstRep().getSystem(),
                                                read.getIdentifierFirstRep().getValue()))
                        .returnBundle(Bundle.class)
                        .execute();
        assertThat(json(byIdentifier.getEntryFirstRep().getResource())).isEqualTo(json(read));
        Bundle everything =
                client.operation()
                        .onInstance(read.getIdElement())
                        .named("$everything")
                        .withNoParameters(Parameters.class)
                        .useHttpGet()
                        .returnResourceType(Bundle.class)
                        .execute();
        assertThat(everything.getEntry()).hasSizeGreaterThan(ofPatient.getTotal());
        OperationOutcome outcome =
                (OperationOutcome) client.validate().resource(read).execute().getOperationOutcome();
        assertThat(outcome.getIssue())
                .noneMatch(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR);
    }

    @Test
    void client_learnsFromAnOutcome_whatIsNotThere() {
        assertThatThrownBy(() -> client().read().resource(Patient.class).withId("abc").execute())
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("There is no Patient");
    }
}
