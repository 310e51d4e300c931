package io.github.clinicaldata.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(TlsServer.class)
class TlsTest {
    @TestHTTPResource(value = "/", tls = true)
    URI uri;

    private static HttpClient client(Version version) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(TlsServer.CERTIFICATE)) {
            trusted.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).version(version).build();
    }

    private HttpResponse<String> get(Version version, String path) throws Exception {
        return client(version)
                .send(
                        HttpRequest.newBuilder(uri.resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void streams_comeOverBothVersionsOfHttp_withTls(Version version) throws Exception {
        HttpResponse<String> answer = get(version, "/api/v1/members/stream?count=5000");

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.sslSession()).isPresent();
        assertThat(answer.body().lines()).hasSize(5000);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
    }

    @Test
    void refusals_comeOverHttp2AsWell() throws Exception {
        HttpResponse<String> answer = get(Version.HTTP_2, "/api/v1/members/stream?count=0");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("count");
    }
}
