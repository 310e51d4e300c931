package io.github.clinicaldata.transport.grpc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import com.google.type.Date;
import io.github.clinicaldata.proto.v1.Arrival;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.MemberBatch;
import io.github.clinicaldata.proto.v1.Provider;
import io.github.clinicaldata.proto.v1.ProviderBatch;
import io.github.clinicaldata.proto.v1.Shard;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.support.SmallServer;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SmallServer.class)
class GrpcStreamTest extends GrpcClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static StreamRequest first(long count) {
        return StreamRequest.newBuilder().setCount(count).build();
    }

    private static List<JsonNode> ndjson(String path) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : given().get(path).asString().split("\n", -1)) {
            if (!line.isEmpty()) {
                records.add(JSON.readTree(line));
            }
        }
        return records;
    }

    private static void assertSame(List<? extends Message> messages, List<JsonNode> records) {
        RecordSchema<?> schema =
                messages.get(0) instanceof Member
                        ? io.github.clinicaldata.record.member.Member.SCHEMA
                        : io.github.clinicaldata.record.provider.Provider.SCHEMA;
        assertThat(messages).hasSameSizeAs(records);
        for (int i = 0; i < messages.size(); i++) {
            JsonTwin.assertSame(messages.get(i), records.get(i), schema);
        }
    }

    @Test
    void members_areThoseOfNdjson() throws IOException {
        assertSame(
                all(client.streamMembers(first(1000))),
                ndjson("/api/v1/members/stream?count=1000"));
    }

    @Test
    void providers_areThoseOfNdjson() throws IOException {
        assertSame(
                all(client.streamProviders(first(500))),
                ndjson("/api/v1/providers/stream?count=500"));
    }

    @Test
    void batches_holdTheSingleRecords() {
        StreamRequest request = first(1234).toBuilder().setOffset(77).build();
        List<Member> batched = new ArrayList<>();
        client.streamMemberBatches(request)
                .forEachRemaining(batch -> batched.addAll(batch.getMembersList()));
        assertThat(batched).isEqualTo(all(client.streamMembers(request)));
    }

    @Test
    void providerBatches_holdTheSingleRecords() {
        List<Provider> batched = new ArrayList<>();
        for (ProviderBatch batch : all(client.streamProviderBatches(first(321)))) {
            batched.addAll(batch.getProvidersList());
        }
        assertThat(batched).isEqualTo(all(client.streamProviders(first(321))));
    }

    @Test
    void batchSize_boundsBatchesAndFirstIndexTellsWhereTheyBegin() {
        StreamRequest request = first(25).toBuilder().setOffset(1000).setBatchSize(10).build();
        List<MemberBatch> batches = all(client.streamMemberBatches(request));
        assertThat(batches).extracting(MemberBatch::getMembersCount).containsExactly(10, 10, 5);
        assertThat(batches)
                .extracting(MemberBatch::getFirstIndex)
                .containsExactly(1000L, 1010L, 1020L);
    }

    @Test
    void batches_haveAHundredRecordsByDefault() {
        assertThat(all(client.streamMemberBatches(first(200))))
                .extracting(MemberBatch::getMembersCount)
                .containsExactly(100, 100);
    }

    @Test
    void hugeBatches_endAtTheSizeOfAChunk() {
        StreamRequest request = first(5000).toBuilder().setBatchSize(10_000).build();
        assertThat(all(client.streamMemberBatches(request)))
                .allSatisfy(batch -> assertThat(batch.getSerializedSize()).isLessThan(80_000));
    }

    @Test
    void emptyRequest_isAnsweredWithAHundredRecords() {
        assertThat(all(client.streamMembers(StreamRequest.getDefaultInstance()))).hasSize(100);
    }

    @Test
    void longStreams_loseNothing() {
        StreamRequest request = first(100_000);
        int[] records = {0};
        client.streamMembers(request)
                .forEachRemaining(
                        member -> {
                            assertThat(member.getSynthetic()).isTrue();
                            records[0]++;
                        });
        assertThat(records[0]).isEqualTo(100_000);
    }

    @Test
    void everyParameter_reachesThePlan() throws IOException {
        StreamRequest request =
                first(20).toBuilder()
                        .setSeed(7)
                        .setEpoch(Date.newBuilder().setYear(2025).setMonth(1).setDay(1))
                        .setAsOf(Date.newBuilder().setYear(2025).setMonth(6).setDay(30))
                        .setOffset(640)
                        .putFilters("gender", "female")
                        .putFilters("age_min", "65")
                        .setRate("100000/s")
                        .setArrival(Arrival.ARRIVAL_POISSON)
                        .build();
        assertSame(
                all(client.streamMembers(request)),
                ndjson(
                        "/api/v1/members/stream?count=20&seed=7&epoch=2025-01-01&as_of=2025-06-30"
                                + "&offset=640&gender=female&age_min=65"));
    }

    @Test
    void knobs_changeThePopulation() throws IOException {
        StreamRequest request = first(200).toBuilder().putKnobs("mbi", "strict").build();
        assertSame(
                all(client.streamMembers(request)),
                ndjson("/api/v1/members/stream?count=200&mbi=strict"));
    }

    @Test
    void shards_areTheWhole() {
        List<Member> parts = new ArrayList<>();
        for (int shard = 0; shard < 3; shard++) {
            parts.addAll(
                    all(
                            client.streamMembers(
                                    first(100).toBuilder()
                                            .setShard(
                                                    Shard.newBuilder().setNumber(shard).setCount(3))
                                            .build())));
        }
        assertThat(parts).isEqualTo(all(client.streamMembers(first(100))));
    }

    @Test
    void resumedStream_goesOnAfterTheIndex() {
        StreamRequest rest = first(100).toBuilder().setResumeAfter(59).build();
        assertThat(all(client.streamMembers(rest)))
                .isEqualTo(all(client.streamMembers(first(100))).subList(60, 100));
    }

    @Test
    void until_endsAStreamWithoutCount() {
        StreamRequest request = StreamRequest.newBuilder().setOffset(10).setUntil(40).build();
        assertThat(all(client.streamMembers(request))).hasSize(30);
    }

    @Test
    void headers_sayPopulationAndRange() {
        AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
        all(
                client.withInterceptors(
                                MetadataUtils.newCaptureMetadataInterceptor(
                                        headers, new AtomicReference<>()))
                        .streamMembers(first(5).toBuilder().setOffset(3).setSeed(9).build()));
        Metadata received = Objects.requireNonNull(headers.get());
        assertThat(received.get(key("x-population"))).startsWith("seed=9;epoch=2026-01-01");
        assertThat(received.get(key("x-record-range"))).isEqualTo("members 3-7");
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
