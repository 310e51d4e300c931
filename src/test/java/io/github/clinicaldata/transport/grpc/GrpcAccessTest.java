package io.github.clinicaldata.transport.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.rpc.RetryInfo;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc.ClinicalDataServiceBlockingStub;
import io.github.clinicaldata.proto.v1.ListKindsRequest;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.security.audit.AuditEvent;
import io.github.clinicaldata.security.audit.AuditOutcome;
import io.github.clinicaldata.security.key.ApiKeys;
import io.github.clinicaldata.security.key.KeyToken;
import io.github.clinicaldata.transport.http.RememberedAudit;
import io.github.clinicaldata.transport.http.SecuredServer;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SecuredServer.class)
class GrpcAccessTest extends GrpcClientTest {
    private static final StreamRequest THREE = StreamRequest.newBuilder().setCount(3).build();

    @Inject ApiKeys keys;
    @Inject RememberedAudit audit;

    private ClinicalDataServiceBlockingStub with(String... metadata) {
        return ClinicalDataServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(metadata)));
    }

    private static Metadata headers(String... metadata) {
        Metadata headers = new Metadata();
        for (int i = 0; i < metadata.length; i += 2) {
            headers.put(key(metadata[i]), metadata[i + 1]);
        }
        return headers;
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    private String made(String... scopes) {
        return keys.create("test", List.of(scopes), null).text();
    }

    private static Code refusal(ClinicalDataServiceBlockingStub stub) {
        return catchThrowableOfType(
                        StatusRuntimeException.class, () -> all(stub.streamMembers(THREE)))
                .getStatus()
                .getCode();
    }

    @Test
    void keysOpen_asBearerAndAsApiKey() {
        String key = made("stream");

        assertThat(all(with("authorization", "Bearer " + key).streamMembers(THREE))).hasSize(3);
        assertThat(all(with("x-api-key", key).streamMembers(THREE))).hasSize(3);
        assertThat(with("x-api-key", key).listKinds(ListKindsRequest.getDefaultInstance()))
                .isNotNull();
    }

    @Test
    void withoutAGoodKey_nobodyGetsIn() {
        assertThat(refusal(with())).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refusal(with("x-api-key", KeyToken.random().text())))
                .isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refusal(with("authorization", made("stream")))).isEqualTo(Code.UNAUTHENTICATED);
        assertThat(refusal(with("x-api-key", made("jobs", "admin"))))
                .isEqualTo(Code.PERMISSION_DENIED);
        assertThat(
                        catchThrowableOfType(
                                        StatusRuntimeException.class,
                                        () ->
                                                with().listKinds(
                                                                ListKindsRequest
                                                                        .getDefaultInstance()))
                                .getStatus()
                                .getCode())
                .isEqualTo(Code.UNAUTHENTICATED);
    }

    @Test
    void health_needsNoKey() {
        assertThat(
                        HealthGrpc.newBlockingStub(channel)
                                .check(HealthCheckRequest.getDefaultInstance())
                                .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void requestsBeyondTheQuota_areToldWhenToComeAgain() throws Exception {
        ClinicalDataServiceBlockingStub stub = with("x-api-key", made("stream"));
        StatusRuntimeException refused = null;
        for (int i = 0; i < 3 * SecuredServer.KEY_REQUESTS && refused == null; i++) {
            try {
                all(stub.streamMembers(THREE));
            } catch (StatusRuntimeException e) {
                refused = e;
            }
        }

        assertThat(refused).isNotNull();
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        RetryInfo retry = StatusProto.fromThrowable(refused).getDetails(0).unpack(RetryInfo.class);
        assertThat(retry.getRetryDelay().getSeconds()).isBetween(1L, 60L);
    }

    @Test
    void streamsBeyondTheQuota_areRefused_untilOneEnds() {
        ClinicalDataServiceBlockingStub stub = with("x-api-key", made("stream"));
        StreamRequest endless =
                StreamRequest.newBuilder().setUnbounded(true).setRate("20/s").build();
        CancellableContext first = Context.current().withCancellation();
        CancellableContext second = Context.current().withCancellation();
        List<Iterator<Member>> opened = new ArrayList<>();
        first.run(() -> opened.add(stub.streamMembers(endless)));
        second.run(() -> opened.add(stub.streamMembers(endless)));

        assertThat(opened).allMatch(Iterator::hasNext);
        assertThat(refusal(stub)).isEqualTo(Code.RESOURCE_EXHAUSTED);
        first.cancel(null);
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(() -> all(stub.streamMembers(THREE)).size() == 3);
        second.cancel(null);
    }

    @Test
    void calls_areToldOf_withTheirIdInHeadersToo() {
        String id = UUID.randomUUID().toString();
        AtomicReference<Metadata> headers = new AtomicReference<>();
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        ClinicalDataServiceBlockingStub stub =
                with("x-api-key", made("stream"), "x-request-id", id)
                        .withInterceptors(
                                MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));

        all(stub.streamMembers(THREE));

        Metadata sent = Objects.requireNonNull(headers.get());
        assertThat(sent.get(key("x-request-id"))).isEqualTo(id);
        assertThat(sent.get(key("ratelimit-policy"))).startsWith("\"requests\";q=");
        AuditEvent event = audit.of(id);
        assertThat(event.transport()).isEqualTo("grpc");
        assertThat(event.path()).isEqualTo("clinical.v1.ClinicalDataService/StreamMembers");
        assertThat(event.records()).isEqualTo(3);
        assertThat(event.bytes()).isPositive();
        assertThat(event.status()).isEqualTo("OK");
        assertThat(event.outcome()).isEqualTo(AuditOutcome.COMPLETE);
        assertThat(event.population()).startsWith("seed=42;");
    }
}
