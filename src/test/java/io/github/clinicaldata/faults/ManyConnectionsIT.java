package io.github.clinicaldata.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged server in a process of its own, so that its open files and those of the clients
 * count apart.
 */
class ManyConnectionsIT {
    /** Raise it by {@code -Dfaults.connections=10000} where the system allows so many files. */
    private static final int CONNECTIONS = Integer.getInteger("faults.connections", 2000);

    private static final int RECORDS = 2;

    @TempDir Path directory;

    private final List<RawClient> clients = new ArrayList<>();
    private ServerProcess server;

    @AfterEach
    void close() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        server.kill();
    }

    @Test
    void thousandsOfStreams_areServedAtATime_andOthersBesideThem() throws IOException {
        server = new ServerProcess(directory, Map.of());
        server.start();
        server.awaitReady();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(
                    new RawClient(server.address())
                            .send(
                                    "GET /api/v1/members/stream?count=unbounded&rate=1/s&offset="
                                            + i
                                            + " HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }
        for (RawClient client : clients) {
            assertThat(client.head()).startsWith("HTTP/1.1 200");
        }
        assertThat(metric("clinical_streams_active")).isEqualTo(CONNECTIONS);
        for (RawClient client : clients) {
            for (int record = 0; record < RECORDS; record++) {
                assertThat(client.line()).isNotEmpty();
            }
        }
        try (RawClient other = new RawClient(server.address())) {
            other.send(
                    "GET /api/v1/members/stream?count=1000 HTTP/1.1\r\nHost: localhost\r\n"
                            + "Connection: close\r\n\r\n");
            assertThat(other.rest()).startsWith("HTTP/1.1 200").endsWith("\r\n0\r\n\r\n");
        }
    }

    private double metric(String name) throws IOException {
        try (RawClient client = new RawClient(server.address())) {
            client.send("GET /q/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return client.rest()
                    .lines()
                    .filter(line -> line.startsWith(name + "{") && line.contains("\"http\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
                    .sum();
        }
    }
}
