package io.github.clinicaldata.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FhirSearchTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static List<String> paths(String url) {
        return FhirServer.resources(FhirServer.json(url)).stream().map(FhirServer::path).toList();
    }

    private static JsonNode first(String type) {
        return FhirServer.resources(FhirServer.json("/" + type + "?_count=1")).get(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void pages_oneAfterTheOther_areTheWhole() {
        List<String> whole = paths("/Patient?_count=50");
        List<String> pages = new ArrayList<>();
        String next = "/Patient?_count=20";
        for (int page = 0; page < 3; page++) {
            JsonNode bundle = FhirServer.json(next);
            FhirServer.resources(bundle).forEach(one -> pages.add(FhirServer.path(one)));
            assertThat(FhirServer.link(bundle, "self")).contains("_count=20");
            next = FhirServer.link(bundle, "next");
        }
        assertThat(pages)
                .hasSize(60)
                .startsWith(whole.toArray(String[]::new))
                .doesNotHaveDuplicates();
    }

    @Test
    void entries_haveFullUrlsThatCanBeRead() {
        JsonNode entry = FhirServer.json("/Practitioner?_count=1").path("entry").path(0);
        assertThat(entry.path("search").path("mode").asText()).isEqualTo("match");
        assertThat(FhirServer.json(entry.path("fullUrl").asText()))
                .isEqualTo(entry.path("resource"));
    }

    @Test
    void byId_findsThoseThatAreThere() {
        String id = first("Patient").path("id").asText();
        JsonNode bundle = FhirServer.json("/Patient?_id=" + id + ",nobody");
        assertThat(bundle.path("total").asInt()).isEqualTo(1);
        assertThat(FhirServer.resources(bundle).get(0).path("id").asText()).isEqualTo(id);
        assertThat(FhirServer.json("/Patient?_id=nobody").path("total").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Encounter", "Condition", "Observation", "Immunization", "RelatedPerson"})
    void byPatient_findsAllOfThePatient_andNoOther(String type) {
        String patient =
                first(type).findValuesAsText("reference").stream()
                        .filter(reference -> reference.startsWith("Patient/"))
                        .findFirst()
                        .orElseThrow();
        JsonNode bundle = FhirServer.json("/" + type + "?patient=" + patient + "&_count=1000");
        List<JsonNode> found = FhirServer.resources(bundle);
        assertThat(found).isNotEmpty().hasSize(bundle.path("total").asInt());
        assertThat(found).allMatch(one -> FhirServer.references(one).contains(patient));
        assertThat(paths("/" + type + "?_count=1"))
                .isSubsetOf(found.stream().map(FhirServer::path).toList());
        assertThat(
                        FhirServer.json("/" + type + "?_summary=count&patient=" + patient)
                                .path("total")
                                .asInt())
                .isEqualTo(found.size());
    }

    @Test
    void byPatient_pagesThroughAll() {
        String patient = first("Observation").path("subject").path("reference").asText();
        String query = "/Observation?patient=" + patient;
        List<String> whole = paths(query + "&_count=1000");
        assertThat(whole).hasSizeGreaterThan(7);
        List<String> pages = new ArrayList<>();
        String next = query + "&_count=7";
        while (!next.isEmpty()) {
            JsonNode bundle = FhirServer.json(next);
            FhirServer.resources(bundle).forEach(one -> pages.add(FhirServer.path(one)));
            next = FhirServer.link(bundle, "next");
        }
        assertThat(pages).isEqualTo(whole);
    }

    @Test
    void byIdentifier_findsMembersAndProvidersByArithmetic() {
        for (String type : List.of("Patient", "Practitioner", "Organization")) {
            List<JsonNode> some = FhirServer.resources(FhirServer.json("/" + type + "?_count=200"));
            JsonNode last = some.get(some.size() - 1);
            JsonNode identifier = last.path("identifier").path(0);
            String token =
                    identifier.path("system").asText() + "|" + identifier.path("value").asText();
            JsonNode bundle = FhirServer.json("/" + type + "?identifier=" + encoded(token));
            assertThat(FhirServer.resources(bundle)).containsExactly(last);
            assertThat(bundle.path("total").asInt()).isEqualTo(1);
        }
    }

    @Test
    void byIdentifier_findsAPayer() {
        JsonNode payer = first("Organization");
        JsonNode identifier = payer.path("identifier").path(0);
        String token = identifier.path("system").asText() + "|" + identifier.path("value").asText();
        JsonNode bundle = FhirServer.json("/Organization?identifier=" + encoded(token));
        assertThat(FhirServer.resources(bundle)).containsExactly(payer);
        assertThat(bundle.path("total").asInt()).isEqualTo(1);
    }

    @Test
    void byIdentifier_withoutSystem_isFoundByAScan() {
        JsonNode patient = first("Patient");
        String value = patient.path("identifier").path(1).path("value").asText();
        assertThat(paths("/Patient?_count=1&identifier=" + encoded(value)))
                .containsExactly(FhirServer.path(patient));
    }

    @Test
    void byNameAndBirthDate_findsWhoMatches() {
        JsonNode patient = first("Patient");
        String family = patient.path("name").path(0).path("family").asText();
        String born = patient.path("birthDate").asText();
        String query = "/Patient?_count=5&birthdate=" + born + "&name=" + family.substring(0, 3);
        JsonNode bundle =
                FhirServer.json(
                        query.toLowerCase(java.util.Locale.ROOT).replace("/patient", "/Patient"));
        assertThat(FhirServer.resources(bundle)).contains(patient);
        assertThat(FhirServer.resources(bundle))
                .allMatch(one -> one.path("birthDate").asText().equals(born));
        assertThat(paths("/Patient?_count=3&birthdate=ge1990&birthdate=lt1991-07")).hasSize(3);
        assertThat(
                        FhirServer.resources(
                                FhirServer.json(
                                        "/Patient?_count=5&birthdate=ge1990&birthdate=lt1991-07")))
                .allMatch(
                        one ->
                                one.path("birthDate").asText().compareTo("1990") >= 0
                                        && one.path("birthDate").asText().compareTo("1991-07") < 0);
        assertThat(
                        FhirServer.resources(
                                FhirServer.json("/Patient?_count=5&family:exact=" + family)))
                .allMatch(one -> one.path("name").path(0).path("family").asText().equals(family));
    }

    @Test
    void scan_thatFindsNothing_stopsAndSaysWhereToGoOn() {
        JsonNode bundle = FhirServer.json("/Patient?family:exact=Nobodyiscalledso");
        assertThat(FhirServer.resources(bundle)).isEmpty();
        assertThat(FhirServer.link(bundle, "next")).contains("_offset=100000");
    }

    @ParameterizedTest
    @CsvSource({
        "/Patient?colour=red, colour",
        "/Patient?_sort=name, _sort",
        "/Patient?_include=Patient:link, _include",
        "/Patient?_count=-1, _count",
        "/Patient?_count=many, _count",
        "/Patient?_offset=x, _offset",
        "/Patient?_summary=text, _summary",
        "/Patient?_summary=count, _summary",
        "/Patient?_total=accurate, _total",
        "/Patient?_total=perhaps, _total",
        "/Patient?birthdate=soon, birthdate",
        "/Patient?birthdate=1980-13, birthdate",
        "/Patient?gender=both, gender",
        "/Patient?name:below=A, below",
        "/Patient?identifier=urn:x%7C, identifier",
        "/Patient?name=, name",
        "/Patient?seed=x, seed",
        "/Encounter?birthdate=1980, birthdate",
        "/Encounter?patient.name=A, patient.name",
        "/Encounter?_id=a&_id=b, _id"
    })
    void badParameter_isNamed(String path, String name) {
        HttpResponse<String> response = FhirServer.get(path);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(response)).contains(name);
    }

    @Test
    void lenientClient_getsWhatIsSupported_andSeesItInTheLink() {
        HttpResponse<String> response =
                FhirServer.get("/Patient?colour=red&_count=1", "Prefer", "handling=lenient");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(FhirServer.link(FhirServer.tree(response.body()), "self"))
                .doesNotContain("colour")
                .contains("_count=1");
    }

    private static HttpResponse<String> post(String url, String body, String type) {
        return FhirServer.send("POST", url, body, "Content-Type", type);
    }

    @Test
    void posted_searchIsTheSame() {
        HttpResponse<String> posted =
                post("/Patient/_search", "_count=2&birthdate=ge1990", FORM + "; charset=UTF-8");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body())
                .isEqualTo(FhirServer.get("/Patient?_count=2&birthdate=ge1990").body());
    }

    @Test
    void posted_criteriaOfUrlAndForm_allHold() {
        HttpResponse<String> posted =
                post("/Patient/_search?_count=5&birthdate=lt1995", "birthdate=ge1990", FORM);
        assertThat(posted.statusCode()).isEqualTo(200);
        JsonNode bundle = FhirServer.tree(posted.body());
        assertThat(FhirServer.resources(bundle))
                .hasSize(5)
                .extracting(patient -> patient.path("birthDate").asText())
                .allMatch(born -> born.compareTo("1990") >= 0 && born.compareTo("1995") < 0);
        assertThat(FhirServer.link(bundle, "self"))
                .contains("birthdate=lt1995", "birthdate=ge1990");
    }

    @ParameterizedTest
    @CsvSource({"_count", "patient", "seed"})
    void posted_valueOfUrlAndForm_whereOneIsAllowed_isRefusedByName(String name) {
        HttpResponse<String> posted = post("/Encounter/_search?" + name + "=3", name + "=4", FORM);
        assertThat(posted.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(posted)).contains(name, "once");
    }

    @Test
    void posted_bodyOfAnotherType_isRefused() {
        for (String type : List.of("application/json", "text/plain")) {
            HttpResponse<String> refused =
                    post("/Patient/_search?_count=3", "{\"gender\":\"female\"}", type);
            assertThat(refused.statusCode()).isEqualTo(415);
            assertThat(FhirServer.diagnostics(refused)).contains("Content-Type", type, FORM);
        }
        HttpResponse<String> untyped =
                FhirServer.send("POST", "/Patient/_search?_count=3", "gender=female");
        assertThat(untyped.statusCode()).isEqualTo(415);
        assertThat(FhirServer.diagnostics(untyped)).contains("Content-Type", "missing", FORM);
    }

    @Test
    void posted_nothing_isTheSearchOfTheUrl() {
        HttpResponse<String> posted = post("/Patient/_search?_count=3", "", "application/json");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body()).isEqualTo(FhirServer.get("/Patient?_count=3").body());
    }
}
