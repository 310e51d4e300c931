package io.github.clinicaldata.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.support.FhirValidation;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FhirOperationsTest {
    private static final String JSON = "application/fhir+json";

    private static String patient() {
        JsonNode encounter = FhirServer.resources(FhirServer.json("/Encounter?_count=1")).get(0);
        return "/" + encounter.path("subject").path("reference").asText();
    }

    @Test
    void everything_isAllThatSearchesFind_andAllThatItRefersTo() {
        String patient = patient();
        JsonNode bundle = FhirServer.json(patient + "/$everything");
        List<JsonNode> resources = FhirServer.resources(bundle);
        Set<String> paths =
                resources.stream()
                        .map(FhirServer::path)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(paths).hasSameSizeAs(resources).contains(patient.substring(1));
        assertThat(bundle.path("total").asInt()).isEqualTo(resources.size());
        for (String type : List.of("Encounter", "Condition", "Observation", "Immunization")) {
            List<JsonNode> found =
                    FhirServer.resources(
                            FhirServer.json(
                                    "/" + type + "?_count=1000&patient=" + patient.substring(9)));
            assertThat(resources).containsAll(found);
        }
        Set<String> unresolved = new TreeSet<>();
        resources.forEach(one -> unresolved.addAll(FhirServer.references(one)));
        unresolved.removeAll(paths);
        // other people, such as the subscriber, are not given away
        assertThat(unresolved).allMatch(reference -> reference.startsWith("Patient/"));
    }

    @Test
    void everything_ofSomeTypes_inPages_andInXml() {
        String patient = patient();
        JsonNode some = FhirServer.json(patient + "/$everything?_type=Patient,Encounter");
        assertThat(FhirServer.resources(some))
                .extracting(one -> one.path("resourceType").asText())
                .containsOnly("Patient", "Encounter")
                .contains("Patient", "Encounter");
        List<String> whole =
                FhirServer.resources(FhirServer.json(patient + "/$everything")).stream()
                        .map(FhirServer::path)
                        .toList();
        List<String> pages = new ArrayList<>();
        String next = patient + "/$everything?_count=50";
        while (!next.isEmpty()) {
            JsonNode page = FhirServer.json(next);
            FhirServer.resources(page).forEach(one -> pages.add(FhirServer.path(one)));
            next = FhirServer.link(page, "next");
        }
        assertThat(pages).isEqualTo(whole);
        String xml = FhirServer.get(patient + "/$everything?_format=xml").body();
        Bundle parsed = FhirContext.forR4Cached().newXmlParser().parseResource(Bundle.class, xml);
        assertThat(parsed.getEntry()).hasSize(whole.size());
    }

    @ParameterizedTest
    @CsvSource({"json", "xml"})
    void everything_ofCountZero_isTheTotalAlone(String format) {
        String patient = patient();
        int total = FhirServer.json(patient + "/$everything").path("total").asInt();
        String body = FhirServer.get(patient + "/$everything?_count=0&_format=" + format).body();
        FhirContext fhir = FhirContext.forR4Cached();
        Bundle bundle =
                (format.equals("xml") ? fhir.newXmlParser() : fhir.newJsonParser())
                        .parseResource(Bundle.class, body);
        assertThat(bundle.getTotal()).isEqualTo(total).isPositive();
        assertThat(bundle.getEntry()).isEmpty();
        assertThat(bundle.getLink("next")).isNull();
    }

    @Test
    void everything_ofACountBeyondInt_isAPageOfTheMost() {
        String patient = patient();
        JsonNode bundle = FhirServer.json(patient + "/$everything?_count=4294967297");
        assertThat(FhirServer.resources(bundle))
                .hasSize(Math.min(1000, bundle.path("total").asInt()));
    }

    @ParameterizedTest
    @CsvSource({
        "?start=2020-01-01, 400, start",
        "?_type=Basic, 400, _type",
        "?_count=x, 400, _count",
        "?_since=2020-01-01, 400, _since"
    })
    void everything_refusesWhatItDoesNotDo(String query, int status, String name) {
        HttpResponse<String> response = FhirServer.get(patient() + "/$everything" + query);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(FhirServer.diagnostics(response)).contains(name);
    }

    private static HttpResponse<String> everything(String url, String type, String body) {
        return FhirServer.send("POST", url, body, "Content-Type", type);
    }

    @Test
    void everything_takesPostedParametersAsThoseOfItsUrl() {
        String url = patient() + "/$everything";
        JsonNode asked = FhirServer.json(url + "?_type=Patient,Encounter&_count=2");
        String json =
                """
                {"resourceType": "Parameters", "parameter": [
                 {"name": "_type", "valueCode": "Patient,Encounter"},
                 {"name": "_count", "valueInteger": 2}]}
                """;
        String xml =
                """
                <Parameters xmlns="http://hl7.org/fhir">
                 <parameter><name value="_count"/><valueInteger value="2"/></parameter>
                </Parameters>
                """;
        for (HttpResponse<String> posted :
                List.of(
                        everything(url, JSON, json),
                        everything(
                                url + "?_type=Patient,Encounter", "application/fhir+xml", xml))) {
            JsonNode bundle = FhirServer.tree(posted.body());
            assertThat(bundle.path("total")).isEqualTo(asked.path("total"));
            assertThat(FhirServer.resources(bundle)).isEqualTo(FhirServer.resources(asked));
            assertThat(FhirServer.link(bundle, "next"))
                    .contains("_type=Patient%2CEncounter", "_count=2", "_offset=2");
        }
        assertThat(everything(url, "application/json", "").body())
                .isEqualTo(FhirServer.get(url).body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "json; start; \"valueDate\": \"2020-01-01\"; 400; \"start\" is not",
                "json; _since; \"valueDate\": \"2020-01-01\"; 400; \"_since\" is not",
                "json; _type; \"valueCode\": \"Basic\"; 400; _type",
                "json; _count; \"valueString\": \"x\"; 400; _count",
                "json; _count; \"resource\": {\"resourceType\": \"Basic\"}; 400; _count",
                "plain; _count; \"valueInteger\": 1; 415; Content-Type"
            })
    void everything_refusesPostedParametersThatItDoesNotTake(
            String type, String name, String value, int status, String said) {
        String body =
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"%s\", %s}]}"
                        .formatted(name, value);
        HttpResponse<String> refused =
                everything(patient() + "/$everything", "application/" + type, body);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(FhirServer.diagnostics(refused)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[",
                "{\"resourceType\": \"Patient\"}",
                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"valueString\": \"x\"}]}"
            })
    void everything_refusesABodyThatIsNoParameters(String body) {
        HttpResponse<String> refused = everything(patient() + "/$everything", JSON, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(refused)).contains("Parameters");
    }

    @Test
    void everything_ofNobody_isNotFound() {
        assertThat(FhirServer.get("/Patient/abc/$everything").statusCode()).isEqualTo(404);
        assertThat(FhirServer.get("/Encounter/abc/$everything").statusCode()).isEqualTo(404);
    }

    @Test
    void validate_findsNothingWrongWithAPatient_andWhatIsWrong() {
        String good = FhirServer.get(patient()).body();
        HttpResponse<String> fine =
                FhirServer.send("POST", "/Patient/$validate", good, "Content-Type", JSON);
        assertThat(fine.statusCode()).isEqualTo(200);
        assertThat(FhirServer.tree(fine.body()).findValuesAsText("severity"))
                .doesNotContain("error", "fatal");
        HttpResponse<String> bad =
                FhirServer.send(
                        "POST",
                        "/$validate",
                        good.replace("\"gender\":\"", "\"gender\":\"x"),
                        "Content-Type",
                        JSON);
        assertThat(bad.statusCode()).isEqualTo(200);
        assertThat(FhirServer.tree(bad.body()).findValuesAsText("severity")).contains("error");
    }

    @Test
    void validate_takesTheResourceOfParameters() {
        String patient = FhirServer.get(patient()).body();
        HttpResponse<String> bad =
                FhirServer.send(
                        "POST",
                        "/Patient/$validate",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\","
                                + "\"resource\":"
                                + patient.replace("\"gender\":\"", "\"gender\":\"x")
                                + "}]}",
                        "Content-Type",
                        JSON);
        assertThat(bad.statusCode()).isEqualTo(200);
        assertThat(FhirServer.tree(bad.body()).findValuesAsText("severity")).contains("error");
        HttpResponse<String> none =
                FhirServer.send(
                        "POST",
                        "/$validate",
                        "{\"resourceType\":\"Parameters\"}",
                        "Content-Type",
                        JSON);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(none)).contains("no resource");
    }

    @Test
    void validate_refusesWhatIsNoResource() {
        assertThat(FhirServer.send("POST", "/$validate", "{]", "Content-Type", JSON).statusCode())
                .isEqualTo(400);
        assertThat(FhirServer.send("POST", "/$validate", "", "Content-Type", JSON).statusCode())
                .isEqualTo(400);
        assertThat(
                        FhirServer.send("POST", "/$validate", "a,b", "Content-Type", "text/csv")
                                .statusCode())
                .isEqualTo(415);
        HttpResponse<String> other =
                FhirServer.send(
                        "POST",
                        "/Encounter/$validate",
                        FhirServer.get(patient()).body(),
                        "Content-Type",
                        JSON);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(other)).contains("Patient", "Encounter");
        assertThat(FhirServer.get("/$validate").statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> reports(String body) {
        return FhirServer.send(
                "POST",
                FhirServer.root() + "/api/v1/fhir/diagnostic-reports",
                body,
                "Content-Type",
                "application/json");
    }

    @Test
    void diagnosticReports_areOneReport_orABundleOfSeveral() {
        HttpResponse<String> one = reports("{\"record_count\": 1}");
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(FhirServer.tree(one.body()).path("resourceType").asText())
                .isEqualTo("DiagnosticReport");
        assertThat(FhirValidation.errors(one.body().strip())).isEmpty();
        JsonNode several =
                FhirServer.tree(
                        reports("{\"record_count\": 3, \"output_format\": \"fhir\"}").body());
        assertThat(FhirServer.resources(several)).hasSize(3).contains(FhirServer.tree(one.body()));
        assertThat(reports("{\"record_count\": 1, \"seed\": 7}").body()).isNotEqualTo(one.body());
    }

    @Test
    void diagnosticReports_refuseAQuery_whichTheBodySays() {
        String path = "/diagnostic-reports?seed=7";
        String body = "{\"record_count\": 1}";
        HttpResponse<String> envelope =
                FhirServer.send("POST", FhirServer.root() + "/api/v1/fhir" + path, body);
        assertThat(envelope.statusCode()).isEqualTo(422);
        assertThat(FhirServer.tree(envelope.body()).at("/error/details/0/field").asText())
                .isEqualTo("seed");
        HttpResponse<String> outcome = FhirServer.send("POST", path, body);
        assertThat(outcome.statusCode()).isEqualTo(422);
        assertThat(FhirServer.diagnostics(outcome)).contains("seed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; 400; body",
                "{; 400; body",
                "{}; 400; record_count",
                "{\"record_count\": \"x\"}; 400; record_count",
                "{\"record_count\": 0}; 422; record_count",
                "{\"record_count\": 10001}; 422; record_count",
                "{\"record_count\": 1, \"count\": 3}; 422; count",
                "{\"record_count\": 1, \"colour\": 3}; 422; colour",
                "{\"record_count\": 1, \"seed\": [1]}; 422; seed",
                "{\"record_count\": 1, \"output_format\": \"csv\"}; 422; output_format"
            })
    void diagnosticReports_refuseBadFields_inTheEnvelope(String body, int status, String field) {
        HttpResponse<String> response = reports(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(
                        FhirServer.tree(response.body())
                                .path("error")
                                .path("details")
                                .path(0)
                                .path("field")
                                .asText())
                .isEqualTo(field);
    }
}
