package feeder;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/**
 * Users that each take the next member of a stream and look it up. Instead of the look-up, put the
 * request to the system under test, with {@code #{member}} as its body.
 */
public final class MembersSimulation extends Simulation {
    private static final String URL =
            System.getenv().getOrDefault("CLINICAL_URL", "http://localhost:8080");

    {
        setUp(
                        scenario("members")
                                .feed(members())
                                .exec(
                                        http("look-up")
                                                .get("/api/v1/members/#{id}")
                                                .check(status().is(200))
                                                .check(
                                                        jsonPath("$.data.id")
                                                                .isEL("#{id}")))
                                .injectOpen(constantUsersPerSec(20).during(10)))
                .protocols(http.baseUrl(URL))
                .assertions(global().failedRequests().count().is(0L));
    }

    /** Reads an endless stream as fast as users come; the server makes no more than is read. */
    private static Iterator<Map<String, Object>> members() {
        try {
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    URI.create(URL + "/api/v1/members/stream?count=unbounded")
                                            .toURL()
                                            .openStream(),
                                    StandardCharsets.UTF_8));
            return lines.lines()
                    .map(line -> Map.<String, Object>of("member", line, "id", line.split("\"")[3]))
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
