package io.github.clinicaldata.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Health as older clients ask for it: the same checks as below {@code /q/health}. */
@Path("/health")
public class SimpleHealthResource {
    private static final int UNAVAILABLE = 503;
    private static final MediaType JSON = new MediaType("application", "json");

    private final SmallRyeHealthReporter reporter;
    private final ObjectMapper json;
    private final String version;

    SimpleHealthResource(
            SmallRyeHealthReporter reporter,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.reporter = reporter;
        this.json = json;
        this.version = version;
    }

    /**
     * Health in short.
     *
     * @param status a word
     * @param timestamp when, in UTC
     * @param version of the product
     * @param checks whether each check is up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Health(
            String status,
            @Nullable Instant timestamp,
            @Nullable String version,
            @Nullable Map<String, Boolean> checks) {}

    /** Whether the server works, all of it or but for jobs and feeds. */
    @GET
    public Response health() {
        boolean down = reporter.getReadiness().isDown() || reporter.getLiveness().isDown();
        String good = reporter.getWellness().isDown() ? "degraded" : "healthy";
        return answer(down, new Health(down ? "unhealthy" : good, Instant.now(), version, null));
    }

    /** Whether the server takes requests. */
    @GET
    @Path("/ready")
    public Response ready() {
        SmallRyeHealth health = reporter.getReadiness();
        String status = health.isDown() ? "not ready" : "ready";
        return answer(health.isDown(), new Health(status, null, null, checks(health)));
    }

    /** Whether what jobs and feeds need is there: the database and the storage of files. */
    @GET
    @Path("/jobs")
    public Response jobs() {
        SmallRyeHealth health = reporter.getWellness();
        String status = health.isDown() ? "unavailable" : "available";
        return answer(health.isDown(), new Health(status, null, null, checks(health)));
    }

    /** Whether the server is alive. */
    @GET
    @Path("/live")
    public Response live() {
        SmallRyeHealth health = reporter.getLiveness();
        String status = health.isDown() ? "dead" : "alive";
        return answer(health.isDown(), new Health(status, null, null, null));
    }

    /**
     * Bytes, because Quarkus REST puts a charset behind the media type of what it encodes itself.
     */
    private Response answer(boolean down, Health body) {
        try {
            return Response.status(down ? UNAVAILABLE : 200)
                    .type(JSON)
                    .entity(json.writeValueAsBytes(body))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Boolean> checks(SmallRyeHealth health) {
        Map<String, Boolean> checks = new TreeMap<>();
        for (JsonObject check :
                health.getPayload().getJsonArray("checks").getValuesAs(JsonObject.class)) {
            checks.put(check.getString("name"), check.getString("status").equals("UP"));
        }
        return checks;
    }
}
