package io.github.clinicaldata.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.clinicaldata.format.json.NdjsonFormat;
import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.support.RawHttp;
import io.github.clinicaldata.transport.cli.InProcess;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged server, over each of its transports. */
@QuarkusIntegrationTest
@TestProfile(FreePorts.class)
class PackagedServerIT {
    @Test
    void stream_holdsTheBytesOfThePopulation() {
        byte[] members =
                given().get("/api/v1/members/stream?count=2000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();

        assertThat(members).isEqualTo(InProcess.memberBytes(new NdjsonFormat(), 0, 2000));
    }

    @Test
    void everyKind_streams() {
        List<String> kinds =
                given().get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("checks.find { it.name == 'generator' }.data.keySet().toList()");

        assertThat(kinds)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        kind ->
                                given().get("/api/v1/" + kind + "/stream?count=20")
                                        .then()
                                        .statusCode(200));
    }

    @Test
    void answersInTheEnvelope_areWhole() {
        given().get("/api/v1/members?limit=3")
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("data.records", hasSize(3));
        given().get("/api/v1/members/profile?count=200")
                .then()
                .statusCode(200)
                .body("data.measures[0].rows[0].count", org.hamcrest.Matchers.notNullValue());
        given().get("/api/v1/members/stream?age_min=x")
                .then()
                .statusCode(400)
                .body("error.details[0].field", equalTo("age_min"));
    }

    @Test
    void rawBarInAUrl_isReadAsItIs() throws IOException {
        RawHttp.Answer answer =
                RawHttp.send(
                                RestAssured.port,
                                "/fhir/Patient?identifier=http://hl7.org/fhir/sid/us-ssn|901-23-4567",
                                "Connection: close\r\n")
                        .call();

        assertThat(answer.head()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void x12_isWritten() {
        String claims =
                given().get("/api/v1/claims/stream?count=5&format=x12&transaction=837p")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(claims).startsWith("ISA*").contains("~IEA*");
    }

    @Test
    void events_comeAndEnd() {
        String events =
                given().accept("text/event-stream")
                        .get("/api/v1/members/stream?count=3")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(events.lines().filter(line -> line.startsWith("data:{"))).hasSize(3);
        assertThat(events).contains("event:end");
    }

    @Test
    void grpc_streamsTheSameMembers() {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", FreePorts.GRPC).usePlaintext().build();
        try {
            List<Member> members = new ArrayList<>();
            ClinicalDataServiceGrpc.newBlockingStub(channel)
                    .streamMembers(StreamRequest.newBuilder().setCount(100).build())
                    .forEachRemaining(members::add);
            String text =
                    new String(
                            InProcess.memberBytes(new NdjsonFormat(), 0, 100),
                            StandardCharsets.UTF_8);

            assertThat(members).hasSize(100);
            assertThat(members).allSatisfy(member -> assertThat(text).contains(member.getId()));
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void operations_answer() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/health").then().statusCode(200).body("status", equalTo("healthy"));
        given().get("/q/metrics").then().body(containsString("clinical_records_total"));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", containsString("3.1"));
    }
}
