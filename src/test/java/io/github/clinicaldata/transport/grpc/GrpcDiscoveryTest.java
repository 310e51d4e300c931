package io.github.clinicaldata.transport.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.proto.v1.FieldDescription;
import io.github.clinicaldata.proto.v1.FieldType;
import io.github.clinicaldata.proto.v1.KindDescription;
import io.github.clinicaldata.proto.v1.KnobDescription;
import io.github.clinicaldata.proto.v1.ListKindsRequest;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.SmallServer;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallServer.class)
class GrpcDiscoveryTest extends GrpcClientTest {
    private static final String SERVICE = "clinical.v1.ClinicalDataService";

    @Inject Catalog catalog;

    private ServerReflectionResponse reflect(ServerReflectionRequest request) throws Exception {
        CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> requests =
                ServerReflectionGrpc.newStub(channel)
                        .serverReflectionInfo(
                                new StreamObserver<>() {
                                    @Override
                                    public void onNext(ServerReflectionResponse response) {
                                        answer.complete(response);
                                    }

                                    @Override
                                    public void onError(Throwable failure) {
                                        answer.completeExceptionally(failure);
                                    }

                                    @Override
                                    public void onCompleted() {}
                                });
        requests.onNext(request);
        ServerReflectionResponse response = answer.get(10, TimeUnit.SECONDS);
        requests.onCompleted();
        return response;
    }

    @Test
    void reflection_listsTheService() throws Exception {
        ServerReflectionResponse response =
                reflect(ServerReflectionRequest.newBuilder().setListServices("").build());
        assertThat(response.getListServicesResponse().getServiceList())
                .extracting(ServiceResponse::getName)
                .contains(SERVICE);
    }

    @Test
    void reflection_findsTheDescriptorOfTheService() throws Exception {
        ServerReflectionResponse response =
                reflect(
                        ServerReflectionRequest.newBuilder()
                                .setFileContainingSymbol(SERVICE)
                                .build());
        FileDescriptorProto file =
                response.getFileDescriptorResponse().getFileDescriptorProtoList().stream()
                        .map(GrpcDiscoveryTest::parse)
                        .filter(candidate -> candidate.getServiceCount() > 0)
                        .findFirst()
                        .orElseThrow();
        assertThat(file.getService(0).getMethodList())
                .extracting(MethodDescriptorProto::getName)
                .contains("StreamMembers", "StreamMemberBatches", "GetMember", "ListKinds");
    }

    @Test
    void reflection_findsTheDescriptorOfARecord() throws Exception {
        ServerReflectionResponse response =
                reflect(
                        ServerReflectionRequest.newBuilder()
                                .setFileContainingSymbol("clinical.v1.Member")
                                .build());
        assertThat(response.getFileDescriptorResponse().getFileDescriptorProtoList()).isNotEmpty();
    }

    private static FileDescriptorProto parse(com.google.protobuf.ByteString bytes) {
        try {
            return FileDescriptorProto.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void health_servesTheWholeAndTheService() {
        for (String service : List.of("", SERVICE)) {
            assertThat(
                            HealthGrpc.newBlockingStub(channel)
                                    .check(
                                            HealthCheckRequest.newBuilder()
                                                    .setService(service)
                                                    .build())
                                    .getStatus())
                    .as(service)
                    .isEqualTo(ServingStatus.SERVING);
        }
    }

    @Test
    void health_ofAnUnknownService_isNotFound_andUnknownToWhoWatches() {
        HealthCheckRequest unknown =
                HealthCheckRequest.newBuilder().setService("clinical.v1.Nothing").build();
        assertThatThrownBy(() -> HealthGrpc.newBlockingStub(channel).check(unknown))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused ->
                                assertThat(refused.getStatus().getCode())
                                        .isEqualTo(Status.Code.NOT_FOUND));
        assertThat(HealthGrpc.newBlockingStub(channel).watch(unknown).next().getStatusValue())
                .as("SERVICE_UNKNOWN")
                .isEqualTo(3);
    }

    @Test
    void health_ofTheService_isToldToWhoWatches() {
        HealthCheckRequest service = HealthCheckRequest.newBuilder().setService(SERVICE).build();
        assertThat(HealthGrpc.newBlockingStub(channel).watch(service).next().getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void listKinds_tellsAllOfTheCatalog() {
        List<KindDescription> described =
                client.listKinds(ListKindsRequest.getDefaultInstance()).getKindsList();
        assertThat(described)
                .extracting(KindDescription::getName)
                .containsExactlyElementsOf(catalog.kinds().stream().map(RecordKind::name).toList());
        for (KindDescription kind : described) {
            // the kind that breaks is one of the tests, and has no message of protobuf
            if (!kind.getName().equals("broken")) {
                assertDescribed(catalog.kind(kind.getName()).orElseThrow(), kind);
            }
        }
    }

    private void assertDescribed(RecordKind<?> kind, KindDescription described) {
        assertThat(described.getDescription()).isEqualTo(kind.description());
        assertThat(described.getFormatsList()).contains("csv", "ndjson", "protobuf");
        assertThat(described.getFieldsList())
                .extracting(FieldDescription::getName)
                .containsExactlyElementsOf(
                        kind.schema().fields().stream().map(Field::name).toList());
        assertThat(described.getFiltersList())
                .extracting(filter -> filter.getName() + filter.getAllowed())
                .containsExactlyElementsOf(
                        kind.filters().stream().map(GrpcDiscoveryTest::nameAndAllowed).toList());
        assertThat(described.getKnobsList())
                .extracting(KnobDescription::getName)
                .containsExactlyElementsOf(kind.knobs().stream().map(knob -> knob.name()).toList());
    }

    private static String nameAndAllowed(RecordFilter<?> filter) {
        return filter.name() + filter.allowed();
    }

    @Test
    void listKinds_tellsFieldsWithTypesValuesAndParts() {
        KindDescription members =
                client.listKinds(ListKindsRequest.getDefaultInstance()).getKindsList().stream()
                        .filter(kind -> kind.getName().equals("members"))
                        .findFirst()
                        .orElseThrow();
        assertThat(field(members, "id").getType()).isEqualTo(FieldType.FIELD_TYPE_ID);
        assertThat(field(members, "birth_date").getType()).isEqualTo(FieldType.FIELD_TYPE_DATE);
        assertThat(field(members, "gender").getValuesList()).contains("female", "male");
        assertThat(field(members, "address").getFieldsList())
                .extracting(FieldDescription::getName)
                .contains("city", "zip");
    }

    private static FieldDescription field(KindDescription kind, String name) {
        return kind.getFieldsList().stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
