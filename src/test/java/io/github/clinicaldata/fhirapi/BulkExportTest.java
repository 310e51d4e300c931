package io.github.clinicaldata.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BulkExportTest {
    private static Set<String> paths(List<JsonNode> resources) {
        return resources.stream()
                .map(FhirServer::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> ofType(List<JsonNode> resources, String type) {
        return resources.stream()
                .filter(one -> one.path("resourceType").asText().equals(type))
                .toList();
    }

    @Test
    void export_of1000Patients_isWhole_andEveryReferenceResolves() {
        JsonNode manifest = BulkClient.manifest("/$export");
        assertThat(manifest.path("requiresAccessToken").isBoolean()).isTrue();
        assertThat(manifest.path("requiresAccessToken").asBoolean()).isFalse();
        assertThat(manifest.path("request").asText()).isEqualTo(FhirServer.base() + "/$export");
        assertThat(manifest.path("transactionTime").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(manifest.path("error").isArray()).isTrue();
        Set<String> paths = new TreeSet<>();
        Set<String> references = new TreeSet<>();
        for (JsonNode output : manifest.path("output")) {
            HttpResponse<Stream<String>> file = FhirServer.lines(output.path("url").asText());
            assertThat(file.headers().firstValue("Content-Type"))
                    .hasValue("application/fhir+ndjson");
            int before = paths.size();
            file.body()
                    .map(FhirServer::tree)
                    .forEach(
                            resource -> {
                                assertThat(resource.path("resourceType").asText())
                                        .isEqualTo(output.path("type").asText());
                                paths.add(FhirServer.path(resource));
                                references.addAll(FhirServer.references(resource));
                            });
            // a path that was there already would be missing
            assertThat(paths.size() - before)
                    .isEqualTo(output.path("count").asInt())
                    .isBetween(1, 10_000);
        }
        assertThat(paths.stream().filter(path -> path.startsWith("Patient/"))).hasSize(1024);
        references.removeAll(paths);
        assertThat(references).isEmpty();
    }

    @Test
    void levels_exportTheSame_andTypesNarrowIt() {
        JsonNode system = BulkClient.manifest("/$export?_members=64&_type=Patient,Practitioner");
        JsonNode patients =
                BulkClient.manifest(
                        "/Patient/$export?_members=64&_type=Patient&_type=Practitioner");
        JsonNode group =
                BulkClient.manifest("/Group/all/$export?_members=64&_type=Patient,Practitioner");
        List<JsonNode> resources = BulkClient.resources(system);
        assertThat(ofType(resources, "Patient")).hasSize(64);
        assertThat(ofType(resources, "Practitioner")).isNotEmpty();
        assertThat(resources).hasSize(64 + ofType(resources, "Practitioner").size());
        assertThat(BulkClient.resources(patients)).isEqualTo(resources);
        assertThat(BulkClient.resources(group)).isEqualTo(resources);
    }

    @Test
    void group_ofAPayer_holdsItsMembersOnly() {
        String query = "_members=64&_type=Patient,Encounter,RelatedPerson";
        List<JsonNode> all = BulkClient.resources(BulkClient.manifest("/$export?" + query));
        Set<String> found = new TreeSet<>();
        int patients = 0;
        for (JsonNode group : FhirServer.resources(FhirServer.json("/Group"))) {
            String id = group.path("id").asText();
            assertThat(FhirServer.json("/Group/" + id)).isEqualTo(group);
            if (!id.matches("payer-SYN0[0-9]")) {
                // one after the other, all would take a minute of waiting
                continue;
            }
            List<JsonNode> ofGroup =
                    BulkClient.resources(BulkClient.manifest("/Group/" + id + "/$export?" + query));
            Set<String> own = paths(ofType(ofGroup, "Patient"));
            patients += own.size();
            for (JsonNode encounter : ofType(ofGroup, "Encounter")) {
                assertThat(own).contains(encounter.path("subject").path("reference").asText());
            }
            found.addAll(paths(ofGroup));
        }
        assertThat(patients).isBetween(1, 64);
        found.removeAll(paths(all));
        assertThat(found).isEmpty();
    }

    @Test
    void laterAsOf_withSince_bringsWhatWasAddedOrChanged() {
        String query = "/$export?_members=64&_type=Encounter,Observation";
        JsonNode before = BulkClient.manifest(query);
        String since =
                URLEncoder.encode(before.path("transactionTime").asText(), StandardCharsets.UTF_8);
        JsonNode after = BulkClient.manifest(query + "&as_of=2026-06-30");
        JsonNode increment = BulkClient.manifest(query + "&as_of=2026-06-30&_since=" + since);
        List<JsonNode> old = BulkClient.resources(before);
        List<JsonNode> added = BulkClient.resources(increment);
        List<JsonNode> now = BulkClient.resources(after);
        assertThat(added).isNotEmpty().hasSizeLessThan(now.size());
        assertThat(added)
                .allMatch(
                        one ->
                                one.path("meta")
                                                .path("lastUpdated")
                                                .asText()
                                                .compareTo("2026-01-01T00:00:00Z")
                                        > 0);
        Set<JsonNode> missed = new HashSet<>(now);
        missed.removeAll(new HashSet<>(old));
        missed.removeAll(new HashSet<>(added));
        assertThat(missed).isEmpty();
        assertThat(increment.path("transactionTime").asText()).isEqualTo("2026-06-30T00:00:00Z");
    }

    @Test
    void increments_bringPaymentsOfDenials_andWhomNothingReferredToBefore() {
        String query =
                "/$export?_members=64&_type=ExplanationOfBenefit,Organization,Practitioner&as_of=";
        List<JsonNode> old = BulkClient.resources(BulkClient.manifest(query + "2026-03-01"));
        List<JsonNode> now = BulkClient.resources(BulkClient.manifest(query + "2026-09-01"));
        List<JsonNode> added =
                BulkClient.resources(
                        BulkClient.manifest(
                                query + "2026-09-01&_since=2026-03-01T00:00:00%2B00:00"));
        Set<JsonNode> missed = new HashSet<>(now);
        missed.removeAll(new HashSet<>(old));
        missed.removeAll(new HashSet<>(added));
        assertThat(missed).isEmpty();
        Set<String> before = paths(old);
        assertThat(paths(added)).anyMatch(path -> path.startsWith("Practitioner/"));
        assertThat(paths(ofType(added, "Practitioner"))).doesNotContainAnyElementsOf(before);
    }

    @Test
    void state_isTold_withProgress_andFastClientsAreHeldBack() {
        String state = BulkClient.start("/$export?_members=50000");
        try {
            HttpResponse<String> first = FhirServer.get(state);
            assertThat(first.statusCode()).isEqualTo(202);
            assertThat(first.headers().firstValue("X-Progress").orElseThrow()).contains("%");
            assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
            HttpResponse<String> second = FhirServer.get(state);
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(FhirServer.tree(second.body()).findValuesAsText("code"))
                    .containsExactly("throttled");
        } finally {
            assertThat(FhirServer.send("DELETE", state, "").statusCode()).isEqualTo(202);
        }
        HttpResponse<String> gone = FhirServer.get(state);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(FhirServer.diagnostics(gone)).contains("no such export");
    }

    @Test
    void deletedExport_isGone_itsFilesToo() {
        String state = BulkClient.start("/$export?_members=64&_type=Patient");
        HttpResponse<String> ready = BulkClient.await(state);
        String file = FhirServer.tree(ready.body()).path("output").path(0).path("url").asText();
        assertThat(FhirServer.get(file).statusCode()).isEqualTo(200);
        assertThat(
                        ZonedDateTime.parse(
                                        ready.headers().firstValue("Expires").orElseThrow(),
                                        DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())
                .isAfter(Instant.now());
        assertThat(FhirServer.send("DELETE", state, "").statusCode()).isEqualTo(202);
        assertThat(FhirServer.get(state).statusCode()).isEqualTo(404);
        assertThat(FhirServer.get(file).statusCode()).isEqualTo(404);
        assertThat(FhirServer.send("DELETE", state, "").statusCode()).isEqualTo(404);
    }

    @Test
    void file_isTheSameEachTime_andCompressedOnRequest() throws Exception {
        JsonNode manifest = BulkClient.manifest("/$export?_members=64&_type=Patient");
        String url = manifest.path("output").path(0).path("url").asText();
        HttpResponse<String> plain = FhirServer.get(url);
        HttpResponse<byte[]> compressed =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(url))
                                        .header("Accept-Encoding", "gzip")
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("ETag")).isEmpty();
        assertThat(unzipped(compressed.body())).isEqualTo(plain.body());
        assertThat(FhirServer.get(url + "x").statusCode()).isEqualTo(404);
    }

    @Test
    void ranges_areThoseOfTheWholeFile() {
        JsonNode manifest = BulkClient.manifest("/$export?_members=640&_type=Condition");
        String url = manifest.path("output").path(0).path("url").asText();
        HttpResponse<String> whole = FhirServer.get(url);
        String body = whole.body();
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(length).isEqualTo(body.length()).isGreaterThan(300_000);

        for (int[] part : new int[][] {{0, 9}, {70_000, 170_000}, {1, length - 1}}) {
            HttpResponse<String> some =
                    FhirServer.get(url, "Range", "bytes=" + part[0] + "-" + part[1]);
            assertThat(some.statusCode()).isEqualTo(206);
            assertThat(some.headers().firstValue("Content-Range"))
                    .hasValue("bytes " + part[0] + "-" + part[1] + "/" + length);
            assertThat(some.headers().firstValue("Content-Length"))
                    .hasValue(String.valueOf(part[1] - part[0] + 1));
            assertThat(some.body()).isEqualTo(body.substring(part[0], part[1] + 1));
        }
        assertThat(FhirServer.get(url, "Range", "bytes=-100").body())
                .isEqualTo(body.substring(length - 100));
        assertThat(FhirServer.get(url, "Range", "bytes=250000-", "If-Range", tag).body())
                .isEqualTo(body.substring(250_000));
        HttpResponse<String> plainThough =
                FhirServer.get(url, "Range", "bytes=5-99", "Accept-Encoding", "gzip");
        assertThat(plainThough.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plainThough.body()).isEqualTo(body.substring(5, 100));
    }

    @Test
    void rangesThatAreNotThere_areRefused_othersPassedOver() {
        JsonNode manifest = BulkClient.manifest("/$export?_members=64&_type=Patient");
        String url = manifest.path("output").path(0).path("url").asText();
        HttpResponse<String> whole = FhirServer.get(url);
        HttpResponse<String> beyond =
                FhirServer.get(url, "Range", "bytes=" + whole.body().length() + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range"))
                .hasValue("bytes */" + whole.body().length());
        HttpResponse<String> changed =
                FhirServer.get(url, "Range", "bytes=5-9", "If-Range", "\"another\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(whole.body());
        for (String odd : List.of("bytes=9-5", "lines=0-1", "bytes=0-1,5-9")) {
            HttpResponse<String> passedOver = FhirServer.get(url, "Range", odd);
            assertThat(passedOver.statusCode()).as(odd).isEqualTo(200);
            assertThat(passedOver.body()).as(odd).isEqualTo(whole.body());
        }
    }

    private static String unzipped(byte[] bytes) throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
                StandardCharsets.UTF_8);
    }

    @Test
    void posted_parametersAreThoseOfTheUrl() {
        String body =
                """
                {"resourceType":"Parameters","parameter":[
                {"name":"_type","valueString":"Patient"},
                {"name":"_outputFormat","valueString":"ndjson"},
                {"name":"_members","valueInteger":64}]}\
                """;
        HttpResponse<String> response =
                FhirServer.send(
                        "POST",
                        "/$export",
                        body,
                        "Content-Type",
                        "application/fhir+json",
                        "Prefer",
                        "respond-async");
        assertThat(response.statusCode()).isEqualTo(202);
        String state = response.headers().firstValue("Content-Location").orElseThrow();
        JsonNode manifest = FhirServer.tree(BulkClient.await(state).body());
        assertThat(manifest.path("output")).hasSize(1);
        assertThat(manifest.path("output").path(0).path("count").asInt()).isEqualTo(64);
    }

    @ParameterizedTest
    @CsvSource({
        "/$export?_outputFormat=text/csv, 400, _outputFormat",
        "/$export?_type=Nothing, 400, _type",
        "/$export?_type=, 400, _type",
        "/$export?_since=yesterday, 400, _since",
        "/$export?_since=2026-01-01, 400, _since",
        "/$export?_elements=id, 400, _elements",
        "/$export?_typeFilter=Patient%3Fname=a, 400, _typeFilter",
        "/$export?includeAssociatedData=x, 400, includeAssociatedData",
        "/$export?_members=0, 400, _members",
        "/$export?_members=100001, 400, _members",
        "/$export?_members=many, 400, _members",
        "/$export?_members=1&_members=2, 400, _members",
        "/$export?as_of=2020-01-01, 400, as_of",
        "/$export?seed=-1, 400, seed",
        "/Group/nobody/$export, 404, nobody",
        "/Encounter/$export, 404, $export",
        "/bulk/abc, 404, export",
        "/bulk/abc/Patient-1.ndjson, 404, export"
    })
    void badInput_isNamed(String path, int status, String name) {
        HttpResponse<String> response = BulkClient.kickOff(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(FhirServer.diagnostics(response)).contains(name);
    }

    @Test
    void kickOff_needsToBeAsynchronous_andPassesOverWhatALenientClientAsks() {
        HttpResponse<String> response = FhirServer.get("/$export");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(FhirServer.diagnostics(response)).contains("Prefer", "respond-async");
        HttpResponse<String> lenient =
                FhirServer.get(
                        "/$export?_elements=id&_members=64&_type=Patient,Nothing",
                        "Prefer",
                        "respond-async, handling=lenient");
        assertThat(lenient.statusCode()).isEqualTo(202);
        String state = lenient.headers().firstValue("Content-Location").orElseThrow();
        assertThat(FhirServer.tree(BulkClient.await(state).body()).path("output")).hasSize(1);
        assertThat(FhirServer.send("PUT", "/$export", "").statusCode()).isEqualTo(405);
    }

    @Test
    void damagedId_isNoExport() {
        String state = BulkClient.start("/$export?_members=64&_type=Patient");
        int last = state.length() - 3;
        char other = state.charAt(last) == 'A' ? 'B' : 'A';
        String damaged = state.substring(0, last) + other + state.substring(last + 1);
        assertThat(FhirServer.get(damaged).statusCode()).isEqualTo(404);
    }
}
