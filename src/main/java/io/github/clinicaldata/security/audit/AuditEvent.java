package io.github.clinicaldata.security.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request, told when it has ended. Holds no secret.
 *
 * @param time when it came, in UTC
 * @param requestId its id, as in the header {@code X-Request-ID}
 * @param transport http or grpc
 * @param key the id of the key; null where none was asked for or recognized
 * @param keyName who has the key
 * @param address of the client
 * @param method of HTTP, or null
 * @param path of HTTP, or the method of gRPC
 * @param query of HTTP, with what may be secret taken out; null when there is none
 * @param population whose records were asked for; null when there was no plan
 * @param range the kind and the indexes that were asked for; null when there was no plan
 * @param records that were made
 * @param bytes that were sent
 * @param milliseconds until it ended
 * @param status of HTTP or gRPC
 * @param outcome how it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
        Instant time,
        @JsonProperty("request_id") String requestId,
        String transport,
        @Nullable String key,
        @JsonProperty("key_name") @Nullable String keyName,
        String address,
        @Nullable String method,
        String path,
        @Nullable String query,
        @Nullable String population,
        @Nullable String range,
        long records,
        long bytes,
        long milliseconds,
        String status,
        AuditOutcome outcome) {}
