package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.RawHttp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs as people type them, which the clients of other tests encode or refuse to send. */
@QuarkusTest
class EncodedUrisTest {
    @TestHTTPResource URI base;

    private RawHttp.Answer get(String uri) throws IOException {
        return RawHttp.send(base.getPort(), uri, "X-Request-ID: raw-1\r\nConnection: close\r\n")
                .call();
    }

    @Test
    void rawBarOfAnIdentifier_findsWhatTheEncodedOneFinds() throws IOException {
        String search = "/fhir/Patient?identifier=http://hl7.org/fhir/sid/us-ssn";
        RawHttp.Answer encoded = get(search + "%7C901-23-4567");
        RawHttp.Answer raw = get(search + "|901-23-4567");

        assertThat(encoded.head()).startsWith("HTTP/1.1 200 ");
        assertThat(raw.head()).startsWith("HTTP/1.1 200 ").contains("X-Request-ID: raw-1");
        assertThat(raw.body()).isEqualTo(encoded.body()).contains("%7C901-23-4567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a|b",
                "{\"a\"}",
                "a^b",
                "<a>",
                "`a`",
                "a\\b",
                "[a]",
                "\u00c3\u00a0",
                "M\u00c3\u00bcller"
            })
    void rawCharactersOfAQuery_areReadAsTheyAre(String value) throws IOException {
        RawHttp.Answer raw = get("/api/v1/members/stream?count=1&state=" + value);
        RawHttp.Answer encoded = get("/api/v1/members/stream?count=1&state=" + percent(value));

        assertThat(raw.head()).startsWith("HTTP/1.1 422 ");
        assertThat(raw.body()).contains("\"field\":\"state\"").isEqualTo(encoded.body());
    }

    private static String percent(String value) {
        StringBuilder encoded = new StringBuilder();
        value.chars().forEach(each -> encoded.append("%%%02X".formatted(each)));
        return encoded.toString();
    }

    @Test
    void rawCharactersOfAPath_leadToNothing_andTheEnvelopeSaysSo() throws IOException {
        assertThat(get("/nothing|here").head()).startsWith("HTTP/1.1 404 ");
        assertThat(get("/nothing|here").body()).contains("\"NOT_FOUND\"", "/nothing%7Chere");
        assertThat(get("/fhir/Patient|").head()).startsWith("HTTP/1.1 404 ");
        assertThat(get("/fhir/Patient|").body()).contains("OperationOutcome");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/members?limit=%zz",
                "/api/v1/members?limit=%",
                "/api/v1/members?limit=%|",
                "/api/v1/%zz",
                "//"
            })
    void uriThatCantBeDecoded_isRefusedInTheEnvelope(String uri) throws IOException {
        RawHttp.Answer answer = get(uri);

        assertThat(answer.head())
                .startsWith("HTTP/1.1 400 ")
                .contains("X-Request-ID: raw-1", "X-Content-Type-Options: nosniff");
        assertThat(answer.body()).contains("\"BAD_REQUEST\"", "\"url\"", "%7C");
    }

    @Test
    void uriThatCantBeDecoded_isRefusedByAnOutcomeBelowFhir() throws IOException {
        RawHttp.Answer answer = get("/fhir/Patient?name=%zz");

        assertThat(answer.head()).startsWith("HTTP/1.1 400 ");
        assertThat(answer.body()).contains("OperationOutcome", "%7C");
    }

    @Test
    void whatIsLegal_staysAsItIs() {
        String uri = "/a/b;c=d/$e?f=1&g=%7C,h+i'j*(k)!@:#l~_-.";

        assertThat(EncodedUris.encode(uri)).isEqualTo(uri);
    }
}
