package io.github.clinicaldata.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FhirReadTest {
    private static CapabilityStatement metadata() {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(CapabilityStatement.class, FhirServer.get("/metadata").body());
    }

    private static JsonNode firstPatient() {
        return FhirServer.resources(FhirServer.json("/Patient?_count=1")).get(0);
    }

    @Test
    void metadata_tellsWhatIsServed_andThatBulkDataIs() {
        CapabilityStatement statement = metadata();
        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(statement.getInstantiates().get(0).getValue())
                .isEqualTo("http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data");
        assertThat(statement.getImplementation().getUrl()).isEqualTo(FhirServer.base());
        assertThat(statement.getRestFirstRep().getResource())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getType)
                .contains("Patient", "Organization", "Encounter", "Observation");
        assertThat(FhirServer.get("/metadata").body())
                .isEqualTo(FhirServer.get("/metadata").body());
    }

    @Test
    void everyTypeThatMetadataNames_canBeSearchedAndRead() {
        List<String> unread = new ArrayList<>();
        for (var resource : metadata().getRestFirstRep().getResource()) {
            String type = resource.getType();
            if (type.equals("Group")) {
                continue;
            }
            for (JsonNode found : FhirServer.resources(FhirServer.json("/" + type + "?_count=3"))) {
                JsonNode read = FhirServer.json("/" + FhirServer.path(found));
                if (!read.equals(found)) {
                    unread.add(FhirServer.path(found));
                }
            }
        }
        assertThat(unread).isEmpty();
    }

    @Test
    void read_takesThePopulationsParameters() {
        JsonNode bundle = FhirServer.json("/Patient?_count=200&seed=7&mbi=strict");
        List<JsonNode> withMbi =
                FhirServer.resources(bundle).stream()
                        .filter(patient -> patient.toString().contains("us-mbi"))
                        .toList();
        assertThat(withMbi).isNotEmpty();
        JsonNode patient = withMbi.get(0);
        String path = "/" + FhirServer.path(patient);
        assertThat(FhirServer.json(path + "?mbi=strict")).isEqualTo(patient);
        assertThat(FhirServer.json(path)).isNotEqualTo(patient);
    }

    @Test
    void read_inXmlIsTheSameResource() {
        JsonNode patient = firstPatient();
        String path = "/" + FhirServer.path(patient);
        HttpResponse<String> xml = FhirServer.get(path, "Accept", "application/fhir+xml");
        assertThat(xml.headers().firstValue("Content-Type")).hasValue("application/fhir+xml");
        FhirContext context = FhirContext.forR4Cached();
        Patient parsed = context.newXmlParser().parseResource(Patient.class, xml.body());
        assertThat(FhirServer.tree(context.newJsonParser().encodeResourceToString(parsed)))
                .isEqualTo(patient);
        assertThat(FhirServer.get(path + "?_format=xml").body()).isEqualTo(xml.body());
        assertThat(FhirServer.get(path + "?_pretty=true").body()).contains("\n  \"");
    }

    @ParameterizedTest
    @CsvSource({
        "/Patient/abc, 404, abc",
        "/Patient/00000000-0000-8000-8000-000000000000, 404, There is no Patient",
        "/Organization/payer-NONE, 404, There is no Organization",
        "/Nothing/1, 404, There is nothing",
        "/Basic, 404, There is nothing",
        "/Patient/1/2/3, 404, There is nothing",
        "/Patient?_format=turtle, 406, _format",
        "/Patient?_pretty=maybe, 400, _pretty",
        "/metadata?mode=terminology, 400, mode"
    })
    void whatIsNotThere_isAnOutcomeThatSaysSo(String path, int status, String said) {
        HttpResponse<String> response = FhirServer.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/fhir+json");
        assertThat(FhirServer.diagnostics(response)).contains(said);
    }

    @Test
    void read_refusesADamagedId_anIdOfAnotherKind_andUnknownParameters() {
        String path = "/" + FhirServer.path(firstPatient());
        String damaged = path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0");
        assertThat(FhirServer.get(damaged).statusCode()).isEqualTo(404);
        assertThat(FhirServer.get(path.replace("Patient", "Encounter")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> unknown = FhirServer.get(path + "?colour=red");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(unknown)).contains("colour", "as_of");
        HttpResponse<String> bad = FhirServer.get(path + "?as_of=yesterday");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(bad)).contains("as_of", "yesterday");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /Patient/1", "DELETE, /Patient/1", "POST, /Patient", "PATCH, /metadata"})
    void writing_isNotAllowed(String method, String path) {
        HttpResponse<String> response = FhirServer.send(method, path, "{}");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET");
        assertThat(FhirServer.diagnostics(response)).contains(method);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "application/FHIR+xml > application/fhir+xml",
                "Application/Fhir+Json > application/fhir+json",
                "application/fhir+json;q=0, */* > application/fhir+xml",
                "application/fhir+xml;q=0 > application/fhir+json"
            })
    void accept_isReadWhateverItsCase_andExcludesByZero(String accept, String mediaType) {
        HttpResponse<String> response = FhirServer.get("/Patient?_count=1", "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(mediaType);
    }

    @Test
    void clientThatAcceptsNothingOffered_isToldInJson() {
        HttpResponse<String> response = FhirServer.get("/metadata", "Accept", "text/csv");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(FhirServer.diagnostics(response)).contains("application/fhir+json");
    }

    @Test
    void body_thatIsTooLarge_isRefused() {
        HttpResponse<String> response =
                FhirServer.send("POST", "/Patient/$validate", "x".repeat(6_000_000));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(FhirServer.diagnostics(response)).contains("5242880");
    }
}
