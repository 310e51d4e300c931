package io.github.clinicaldata.transport.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.AcknowledgmentCode;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.support.Ports;
import io.github.clinicaldata.support.SmallServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds to a listener of HAPI, which parses each message and acknowledges it. */
@QuarkusTest
@TestProfile(SmallServer.class)
class MllpFeedTest {
    private static final Answering ALL_GOOD = number -> AcknowledgmentCode.AA;
    private static final int PORT = Ports.free();
    private static final List<String> IDS = new CopyOnWriteArrayList<>();
    private static HapiContext hapi;
    private static HL7Service listener;
    private static volatile Answering answering;

    @TestHTTPResource URI base;

    private FeedClient client;

    /** Chooses how a message is acknowledged. */
    @FunctionalInterface
    private interface Answering {
        AcknowledgmentCode to(int number) throws InterruptedException;
    }

    @BeforeAll
    static void listen() throws InterruptedException {
        hapi = new DefaultHapiContext();
        hapi.setValidationContext(ValidationContextFactory.noValidation());
        // the default keeps a file in the working directory
        hapi.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
        listener = hapi.newServer(PORT, false);
        listener.registerApplication(application());
        listener.startAndWait();
    }

    @AfterAll
    static void close() throws IOException {
        listener.stop();
        hapi.close();
    }

    @BeforeEach
    void connect() {
        client = new FeedClient(base);
        answering = ALL_GOOD;
        IDS.clear();
    }

    private static ReceivingApplication<Message> application() {
        return new ReceivingApplication<Message>() {
            @Override
            public Message processMessage(Message message, Map<String, Object> metadata)
                    throws HL7Exception {
                return acknowledgment(message);
            }

            @Override
            public boolean canProcess(Message message) {
                return true;
            }
        };
    }

    private static Message acknowledgment(Message message) throws HL7Exception {
        try {
            IDS.add(new Terser(message).get("/MSH-10"));
            AcknowledgmentCode code = answering.to(IDS.size());
            return message.generateACK(
                    code, code == AcknowledgmentCode.AA ? null : new HL7Exception("not today"));
        } catch (IOException e) {
            throw new HL7Exception(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HL7Exception(e);
        }
    }

    private JsonNode submit(String more) {
        return client.submit(
                """
                {"kind": "members", "target": {"type": "mllp", "host": "127.0.0.1", "port": %d}%s}
                """
                        .formatted(PORT, more));
    }

    /** The control IDS of the stream with as many records. */
    private List<String> expected(int count) {
        List<String> expected = new ArrayList<>();
        String stream =
                new String(
                        client.get("/api/v1/members/stream?format=hl7v2&count=" + count),
                        StandardCharsets.UTF_8);
        for (String line : stream.split("[\\r\\n]+")) {
            if (line.startsWith("MSH|")) {
                expected.add(line.split("\\|", -1)[9]);
            }
        }
        return expected;
    }

    @Test
    void messages_areSentOneAfterTheOther_eachOnceItsForerunnerIsAcknowledged() {
        JsonNode done = client.await(submit(", \"count\": 200"), "done");

        assertThat(IDS).isEqualTo(expected(200));
        assertThat(done.path("format").asText()).isEqualTo("hl7v2");
        assertThat(done.at("/progress/records_sent").asInt()).isEqualTo(200);
    }

    @Test
    void refusedMessage_stopsTheFeed_withTheReason_andIsSentAgainWhenItIsResumed() {
        answering = number -> number == 5 ? AcknowledgmentCode.AE : AcknowledgmentCode.AA;
        JsonNode feed = submit(", \"count\": 8, \"batch\": 3");
        JsonNode failed = client.await(feed, "failed");
        assertThat(failed.path("error").asText()).contains("AE", IDS.get(4), "internal error");
        assertThat(failed.at("/progress/last_index").asInt()).isEqualTo(3);
        client.tell(feed, "POST", "/resume", "");
        client.await(feed, "done");

        assertThat(IDS).hasSize(9);
        assertThat(new LinkedHashSet<>(IDS)).containsExactlyElementsOf(expected(8));
    }

    @Test
    void rejectedMessage_aloneIsPassedOver_whereTheClientWantsThat() {
        answering = number -> number == 3 ? AcknowledgmentCode.AR : AcknowledgmentCode.AA;
        JsonNode done =
                client.await(
                        submit(", \"count\": 6, \"batch\": 4, \"on_refusal\": \"skip\""), "done");

        assertThat(done.at("/progress/records_sent").asInt()).isEqualTo(5);
        assertThat(done.at("/progress/records_refused").asInt()).isEqualTo(1);
        assertThat(IDS).isEqualTo(expected(6));
    }

    @Test
    void silentListener_isAskedAgain_overAnotherConnection() {
        AtomicBoolean silent = new AtomicBoolean(true);
        answering =
                number -> {
                    if (number >= 2 && silent.get()) {
                        Thread.sleep(1_500);
                    }
                    return AcknowledgmentCode.AA;
                };
        JsonNode feed = submit(", \"count\": 4");
        assertThat(client.await(feed, "waiting").path("waits_for").asText())
                .contains("acknowledged nothing");
        silent.set(false);
        client.await(feed, "done");

        assertThat(new LinkedHashSet<>(IDS)).containsExactlyElementsOf(expected(4));
    }

    @Test
    void listenerThatDies_isWaitedFor() throws Exception {
        JsonNode feed = submit(", \"count\": 300, \"rate\": \"100/s\"");
        client.await(feed, each -> each.at("/progress/records_sent").asInt() > 20);
        listener.stopAndWait();
        for (Connection each : listener.getRemoteConnections()) {
            each.close();
        }
        client.await(feed, "waiting");
        hapi.close();
        listen();
        client.await(feed, "done");

        assertThat(new LinkedHashSet<>(IDS)).containsExactlyElementsOf(expected(300));
    }

    @Test
    void otherFormats_areRefused_andSoIsAPortOutOfRange() {
        assertThat(
                        FeedClient.text(
                                client.post(
                                        "{\"kind\": \"members\", \"format\": \"csv\", \"target\":"
                                                + " {\"type\": \"mllp\", \"host\": \"127.0.0.1\","
                                                + " \"port\": 1}}")))
                .contains("offered are hl7v2");
        assertThat(
                        FeedClient.text(
                                client.post(
                                        "{\"kind\": \"members\", \"target\": {\"type\": \"mllp\","
                                                + " \"host\": \"127.0.0.1\", \"port\": 99999}}")))
                .contains("target.port", "65535");
    }
}
