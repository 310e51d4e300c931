package io.github.clinicaldata.transport.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.type.Date;
import io.github.clinicaldata.proto.v1.Arrival;
import io.github.clinicaldata.proto.v1.GetRequest;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.Provider;
import io.github.clinicaldata.proto.v1.Shard;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.support.SmallServer;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallServer.class)
class GrpcRefusalTest extends GrpcClientTest {

    private StatusRuntimeException refusal(StreamRequest.Builder request) {
        return catchThrowableOfType(
                StatusRuntimeException.class, () -> all(client.streamMembers(request.build())));
    }

    private static List<String> fields(StatusRuntimeException refusal) {
        assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        return violations(refusal).stream().map(FieldViolation::getField).toList();
    }

    private static List<FieldViolation> violations(StatusRuntimeException refusal) {
        com.google.rpc.Status status = StatusProto.fromThrowable(refusal);
        assertThat(status).isNotNull();
        try {
            return status.getDetails(0).unpack(BadRequest.class).getFieldViolationsList();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void severalProblems_areAllNamed() {
        StatusRuntimeException refusal =
                refusal(
                        StreamRequest.newBuilder()
                                .setSeed(-1)
                                .setCount(0)
                                .setAsOf(Date.newBuilder().setYear(2026).setMonth(13).setDay(1))
                                .setRate("fast")
                                .setArrivalValue(9)
                                .setShard(Shard.newBuilder().setNumber(3).setCount(3))
                                .putFilters("state", "XX")
                                .putFilters("colour", "red")
                                .putKnobs("mbi", "odd")
                                .setBatchSize(10_001));
        assertThat(fields(refusal))
                .containsExactlyInAnyOrder(
                        "seed",
                        "count",
                        "as_of",
                        "rate",
                        "arrival",
                        "shard",
                        "filters.state",
                        "filters.colour",
                        "knobs.mbi",
                        "batch_size");
    }

    @Test
    void filters_neverStandForOtherParameters() {
        StatusRuntimeException refusal =
                refusal(StreamRequest.newBuilder().putFilters("count", "5"));
        assertThat(fields(refusal)).containsExactly("filters.count");
        assertThat(violations(refusal).get(0).getDescription()).contains("age_min");
    }

    @Test
    void contradictingFilters_areRefused() {
        StatusRuntimeException refusal =
                refusal(
                        StreamRequest.newBuilder()
                                .putFilters("age_min", "70")
                                .putFilters("age_max", "60"));
        assertThat(fields(refusal)).containsExactly("filters.age_min");
    }

    @Test
    void poisson_withoutRateIsRefused() {
        assertThat(fields(refusal(StreamRequest.newBuilder().setArrival(Arrival.ARRIVAL_POISSON))))
                .containsExactly("arrival");
    }

    @Test
    void resumePoint_outsideTheStreamIsRefused() {
        StatusRuntimeException refusal =
                refusal(StreamRequest.newBuilder().setCount(10).setResumeAfter(10));
        assertThat(fields(refusal)).containsExactly("resume_after");
    }

    @Test
    void filtersThatMatchNothing_endTheStreamAsAFailedPrecondition() {
        StatusRuntimeException failure =
                refusal(StreamRequest.newBuilder().putFilters("age_min", "120"));
        assertThat(failure.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(failure.getStatus().getDescription()).contains("20000");
    }

    @Test
    void getMember_makesTheMemberOfTheStreamAgain() {
        for (Member member :
                all(client.streamMembers(StreamRequest.newBuilder().setSeed(99).build()))) {
            assertThat(client.getMember(GetRequest.newBuilder().setId(member.getId()).build()))
                    .isEqualTo(member);
        }
    }

    @Test
    void getProvider_makesTheProviderOfTheStreamAgain() {
        Provider provider =
                client.streamProviders(StreamRequest.newBuilder().setOffset(55).build()).next();
        assertThat(client.getProvider(GetRequest.newBuilder().setId(provider.getId()).build()))
                .isEqualTo(provider);
    }

    private StatusRuntimeException lookUpFailure(GetRequest.Builder request) {
        return catchThrowableOfType(
                StatusRuntimeException.class, () -> client.getMember(request.build()));
    }

    @Test
    void foreignIds_areNotFound() {
        String providerId =
                client.streamProviders(StreamRequest.getDefaultInstance()).next().getId();
        for (String id :
                List.of("", "nobody", "0ad04a09-2ee3-8107-adfd-22a5c33e39b3", providerId)) {
            StatusRuntimeException failure = lookUpFailure(GetRequest.newBuilder().setId(id));
            assertThat(failure.getStatus().getCode()).as(id).isEqualTo(Code.NOT_FOUND);
        }
    }

    @Test
    void lookUps_refuseWrongValuesByName() {
        String id = client.streamMembers(StreamRequest.getDefaultInstance()).next().getId();
        StatusRuntimeException failure =
                lookUpFailure(
                        GetRequest.newBuilder()
                                .setId(id)
                                .setEpoch(Date.newBuilder().setYear(1800).setMonth(1).setDay(1))
                                .putKnobs("speed", "high"));
        assertThat(fields(failure)).containsExactlyInAnyOrder("epoch", "knobs.speed");
    }
}
