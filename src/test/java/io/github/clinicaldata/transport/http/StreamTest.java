package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.proto.v1.Member;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StreamTest {
    private static final String MEMBERS = "/api/v1/members/stream?count=";
    private static final String CLAIMS = "/api/v1/claims/stream?count=";

    @TestHTTPResource URI uri;
    @Inject ObjectMapper json;
    private TestServer server;

    @BeforeEach
    void connect() {
        server = new TestServer(uri);
    }

    @Test
    void ndjson_hasOneObjectALineAndNoBlankLines() throws IOException {
        String body = server.get(MEMBERS + 300).body();
        assertThat(body).endsWith("}\n").doesNotContain("\n\n");
        String[] lines = body.split("\n");
        assertThat(lines).hasSize(300);
        for (String line : lines) {
            assertThat(json.readTree(line).get("synthetic").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ndjson, application/x-ndjson",
        "json, application/json",
        "csv, text/csv",
        "protobuf, application/x-protobuf"
    })
    void mediaType_isThatOfTheFormatWithoutParameters(String format, String mediaType) {
        HttpResponse<String> byName = server.get(MEMBERS + "2&format=" + format);
        assertThat(byName.headers().firstValue("Content-Type")).hasValue(mediaType);
        HttpResponse<String> byType = server.get(MEMBERS + "2", "Accept", mediaType);
        assertThat(byType.headers().firstValue("Content-Type")).hasValue(mediaType);
        assertThat(byType.body()).isEqualTo(byName.body());
    }

    @Test
    void accept_takesTheBestTypeThatIsOffered() {
        HttpResponse<String> answer =
                server.get(
                        MEMBERS + "2",
                        "Accept",
                        "image/png, text/csv;q=0.5, application/json;q=0.9");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "Text/CSV, text/csv",
        "APPLICATION/JSON, application/json",
        "Application/X-NDJSON, application/x-ndjson",
        "application/edi-x12, application/EDI-X12",
        "TEXT/*, text/csv"
    })
    void accept_isReadWhateverItsCase(String accept, String mediaType) {
        HttpResponse<String> answer = server.get(CLAIMS + "2", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(mediaType);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "application/x-ndjson;q=0, */* > text/csv",
                "text/csv;q=0, application/json;q=0 > application/x-ndjson",
                "text/csv;q=0, Application/X-NDJSON;q=0.0 > application/fhir+ndjson",
                "application/*;q=0, */* > text/csv",
                "*/*;q=0, text/csv > text/csv",
                "*/*;q=0, text/* > text/csv",
                "text/csv;q=0, text/csv;q=0.1, */*;q=0 > text/csv"
            })
    void accept_excludesWhatHasAWeightOfZero(String accept, String mediaType) {
        HttpResponse<String> answer = server.get(MEMBERS + "2", "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(mediaType);
    }

    @Test
    void accept_thatExcludesAll_isRefusedWithTheOffers() {
        HttpResponse<String> answer = server.get(MEMBERS + "2", "Accept", "*/*;q=0");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("*/*;q=0", "text/csv", "application/x-ndjson");
    }

    @Test
    void json_isOneArray() throws IOException {
        JsonNode array = json.readTree(server.get(MEMBERS + "250&format=json").body());
        assertThat(array.isArray()).isTrue();
        assertThat(array).hasSize(250);
    }

    @Test
    void csv_hasAHeaderAndEqualRows() {
        String body = server.get(MEMBERS + "250&format=csv").body();
        List<NamedCsvRecord> rows = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(body).forEach(rows::add);
        assertThat(rows).hasSize(250);
        assertThat(rows.get(0).getField("synthetic")).isEqualTo("true");
        assertThat(body).endsWith("\r\n");
    }

    @Test
    void protobuf_isDelimitedMessages() throws IOException {
        InputStream body =
                new ByteArrayInputStream(server.bytes(MEMBERS + "250&format=protobuf").body());
        int messages = 0;
        while (Member.parseDelimitedFrom(body) != null) {
            messages++;
        }
        assertThat(messages).isEqualTo(250);
    }

    @Test
    void gzip_isUsedWhereItIsAccepted() throws IOException {
        HttpResponse<byte[]> zipped = server.bytes(MEMBERS + 2000, "Accept-Encoding", "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        byte[] plain = server.bytes(MEMBERS + 2000).body();
        assertThat(zipped.body().length).isLessThan(plain.length / 2);
        byte[] unzipped =
                new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
        assertThat(unzipped).isEqualTo(plain);
    }

    @Test
    void headers_nameThePopulationAndTheRange() {
        HttpResponse<String> answer =
                server.get(MEMBERS + "5&offset=100&seed=7&as_of=2026-06-30&mbi=strict");
        assertThat(answer.headers().firstValue("X-Population"))
                .hasValue("seed=7;epoch=2026-01-01;as_of=2026-06-30;data_version=6;mbi=strict");
        assertThat(answer.headers().firstValue("X-Record-Range")).hasValue("members 100-104");
        assertThat(answer.headers().firstValue("X-Resume").orElseThrow())
                .startsWith("resume_after=");
    }

    @Test
    void sameRequest_givesTheSameBytes() {
        String path = MEMBERS + "3000&offset=12345678901";
        assertThat(server.bytes(path).body()).isEqualTo(server.bytes(path).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void shards_oneAfterTheOtherAreTheWhole(int shards) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < shards; i++) {
            joined.append(server.get(MEMBERS + "1000&offset=50&shard=" + i + "/" + shards).body());
        }
        assertThat(joined.toString()).isEqualTo(server.get(MEMBERS + "1000&offset=50").body());
    }

    @Test
    void resumeAfter_goesOnWithTheNextRecord() {
        List<String> whole = server.lines(MEMBERS + "100&offset=20");
        List<String> rest = server.lines(MEMBERS + "100&offset=20&resume_after=59");
        assertThat(rest).isEqualTo(whole.subList(40, 100));
    }

    @Test
    void filters_selectAndChangeNothing() {
        List<String> all = server.lines(MEMBERS + 20_000);
        List<String> chosen =
                server.lines("/api/v1/members/stream?until=20000&gender=female&state=TX,CA");
        assertThat(chosen).isNotEmpty();
        assertThat(all).containsAll(chosen);
        assertThat(chosen)
                .allMatch(line -> line.contains("\"gender\":\"female\""))
                .allMatch(
                        line ->
                                line.contains("\"state\":\"TX\"")
                                        || line.contains("\"state\":\"CA\""));
        long expected =
                all.stream()
                        .filter(line -> line.contains("\"gender\":\"female\""))
                        .filter(
                                line ->
                                        line.contains("\"state\":\"TX\"")
                                                || line.contains("\"state\":\"CA\""))
                        .count();
        assertThat(chosen).hasSize((int) expected);
    }

    @Test
    void count_boundsTheRecordsThatFiltersSelect() {
        assertThat(server.lines(MEMBERS + "10&state=WY")).hasSize(10);
    }

    @Test
    void parts_canBeLeftOut() {
        String body = server.get(MEMBERS + "50&include_address=false&include_contact=false").body();
        assertThat(body).doesNotContain("\"address\"", "\"phone\"", "\"email\"");
        assertThat(body).contains("\"coverage\"");
    }

    @Test
    void rate_holdsTheStreamBack() {
        long start = System.nanoTime();
        assertThat(server.lines(MEMBERS + "21&rate=100/s")).hasSize(21);
        // 21 records at 100 a second take 0.21 s; less would mean that nothing held them back
        assertThat(System.nanoTime() - start).isGreaterThan(200_000_000L);
    }

    @Test
    void rate_withFiltersLosesNoRecord() {
        List<String> paced =
                server.lines(
                        "/api/v1/members/stream?until=600&gender=male&rate=5000/s&arrival=poisson");
        assertThat(paced).isEqualTo(server.lines("/api/v1/members/stream?until=600&gender=male"));
    }

    @Test
    void membersCsv_worksAsOlderClientsCallIt() {
        HttpResponse<String> answer = server.get("/api/v1/members/csv?members_num=10");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("text/csv");
        assertThat(answer.body().split("\n").length).isGreaterThanOrEqualTo(11);
        assertThat(server.get("/members/csv?members_num=10").body()).isEqualTo(answer.body());
    }

    @Test
    void unbounded_goesOnUntilTheClientLeaves() throws IOException {
        try (InputStream body = server.open("/api/v1/members/stream?count=unbounded").body()) {
            byte[] start = body.readNBytes(3_000_000);
            assertThat(start).hasSize(3_000_000);
            byte[] same = server.bytes(MEMBERS + 5000).body();
            byte[] shared = Arrays.copyOf(same, 3_000_000);
            assertThat(new String(start, StandardCharsets.UTF_8))
                    .isEqualTo(new String(shared, StandardCharsets.UTF_8));
        }
    }
}
