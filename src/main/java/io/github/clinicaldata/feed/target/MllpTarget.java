package io.github.clinicaldata.feed.target;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.preparser.PreParser;
import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.stream.Batch;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends HL7 messages over one connection, the next one when the one before is acknowledged. A
 * connection on which something went wrong is closed, since an acknowledgment that comes late would
 * be taken for another message's.
 */
final class MllpTarget implements FeedTarget {
    private static final int LONGEST = 300;
    private static final byte START = 0x0B;
    private static final byte[] END = {0x1C, '\r'};

    private final AllowedTargets allowed;
    private final FeedsConfig config;
    private final String host;
    private final int port;
    private final boolean tls;
    private final NetClient client;
    private @Nullable MllpConnection connection;
    private int attempts;

    /** Opens a listener whose settings were checked. */
    MllpTarget(Vertx vertx, AllowedTargets allowed, FeedsConfig config, TargetSettings settings) {
        this.allowed = allowed;
        this.config = config;
        host = settings.required(MllpTargetKind.HOST);
        port = Integer.parseInt(settings.required(MllpTargetKind.PORT));
        tls = "true".equals(settings.get(MllpTargetKind.TLS));
        NetClientOptions options =
                new NetClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setHostnameVerificationAlgorithm("HTTPS")
                        .setSsl(tls);
        Trust.by(config, options);
        client = vertx.createNetClient(options);
    }

    @Override
    public void send(Batch batch) throws TargetFailure, InterruptedException {
        boolean good = false;
        try {
            while (!batch.isDone()) {
                MllpConnection current = connected();
                exchange(current, batch.record(batch.arrived()));
                batch.arrived(batch.arrived() + 1);
            }
            good = true;
        } catch (TargetFailure e) {
            // who has refused a message may be asked to take the next one
            good = e.reason() == TargetFailure.Reason.REFUSED;
            throw e;
        } finally {
            if (!good) {
                disconnect();
            }
        }
    }

    private MllpConnection connected() throws TargetFailure, InterruptedException {
        MllpConnection current = connection;
        if (current == null || current.isClosed()) {
            List<InetAddress> addresses = allowed.addresses(host);
            InetAddress address = addresses.get(Math.floorMod(attempts++, addresses.size()));
            // knows the name, for the certificate, and goes to the address that was checked
            SocketAddress listener =
                    SocketAddress.inetSocketAddress(new InetSocketAddress(address, port));
            NetSocket socket =
                    new Waiting(config.connectTimeout().plus(config.answerTimeout()))
                            .forAnswer(client.connect(listener, host));
            attempts--;
            current = new MllpConnection(socket);
            connection = current;
        }
        return current;
    }

    private void exchange(MllpConnection current, byte[] message)
            throws TargetFailure, InterruptedException {
        Buffer frame = Buffer.buffer(message.length + 3);
        if (message.length > 0 && message[0] == START) {
            frame.appendBytes(message);
        } else {
            frame.appendByte(START).appendBytes(message).appendBytes(END);
        }
        String id = field(new String(message, StandardCharsets.UTF_8), "MSH-10");
        current.write(frame);
        long end = System.nanoTime() + config.answerTimeout().toNanos();
        while (true) {
            String acknowledgment = current.next(end - System.nanoTime());
            // a second acknowledgment of an earlier message (enhanced mode) is passed over
            if (field(acknowledgment, "MSA-2").equals(id)) {
                judge(acknowledgment, id);
                return;
            }
        }
    }

    private static void judge(String acknowledgment, String id) throws TargetFailure {
        String code = field(acknowledgment, "MSA-1");
        switch (code) {
            case "AA", "CA" -> {}
            case "AE", "AR", "CE", "CR" ->
                    throw TargetFailure.refused(
                            "The listener answered %s to message %s%s"
                                    .formatted(code, id, reason(acknowledgment)));
            default ->
                    throw TargetFailure.passing(
                            "The listener answered message " + id + " with no code of HL7");
        }
    }

    /** All that the listener says of why: versions of HL7 have different places for it. */
    private static String reason(String acknowledgment) {
        Set<String> texts = new LinkedHashSet<>();
        for (String place : List.of("MSA-3", "ERR-3-2", "ERR-7", "ERR-8")) {
            texts.add(field(acknowledgment, place).strip());
        }
        texts.remove("");
        String text = String.join("; ", texts);
        if (text.isEmpty()) {
            return "";
        }
        return ": " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    private static String field(String message, String path) {
        try {
            String value = PreParser.getFields(message, path)[0];
            return value == null ? "" : value;
        } catch (HL7Exception e) {
            return "";
        }
    }

    private void disconnect() {
        MllpConnection current = connection;
        connection = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void close() {
        disconnect();
        client.close();
    }
}
