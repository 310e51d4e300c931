package io.github.clinicaldata.feed.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.model.ReplaceOneModel;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.stream.Batch;
import io.github.clinicaldata.stream.Batches;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents beside the records that they are of. */
class MongoDocumentsTest {
    private static final int COUNT = 200;

    /** Tells 12.50 from 12.5. */
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder()
                    .outputMode(JsonMode.RELAXED)
                    .decimal128Converter(
                            (value, writer) ->
                                    writer.writeRaw(value.bigDecimalValue().toPlainString()))
                    .build();

    static Stream<String> kinds() {
        return World.catalog().kinds().stream().map(RecordKind::name);
    }

    private static RawBsonDocument document(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return MongoDocuments.document(bytes, 0, bytes.length);
    }

    private static JsonNode json(BsonDocument document) throws Exception {
        return JSON.readTree(document.toJson(EXACT));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void document_isTheRecord_behindItsId(String kind) throws Exception {
        Batch batch = Batches.first(kind, "ndjson", false, COUNT);
        List<ReplaceOneModel<RawBsonDocument>> writes = MongoDocuments.writes(batch);

        assertThat(writes).hasSize(batch.records());
        Set<Object> ids = new HashSet<>();
        for (int i = 0; i < writes.size(); i++) {
            RawBsonDocument document = writes.get(i).getReplacement();
            assertThat(document.getFirstKey()).isEqualTo("_id");
            assertThat(writes.get(i).getFilter())
                    .isEqualTo(new BsonDocument("_id", document.get("_id")));
            assertThat(document.get("_id")).isEqualTo(document.get("id"));
            assertThat(ids.add(document.getString("_id").getValue())).isTrue();
            ObjectNode withoutId = (ObjectNode) json(document);
            withoutId.remove("_id");
            assertThat(withoutId).isEqualTo(JSON.readTree(batch.record(i)));
        }
    }

    @Test
    void whatHasArrived_isNotWrittenAgain() {
        Batch batch = Batches.first("members", "ndjson", false, 5);
        batch.arrived(3);

        assertThat(MongoDocuments.writes(batch)).hasSize(2);
    }

    @Test
    void numbers_keepTheirValue_andMoneyItsCents() throws Exception {
        String record =
                "{\"id\":\"a\",\"small\":-7,\"large\":9007199254740993,\"larger\":"
                        + "18446744073709551616,\"money\":12.50,\"none\":null,\"yes\":true,"
                        + "\"no\":false,\"texts\":[\"é\",\"\"],\"groups\":[{\"a\":{}},[]]}";
        RawBsonDocument document = document(record);

        assertThat(document.get("small").getBsonType()).isEqualTo(BsonType.INT32);
        assertThat(document.get("large").getBsonType()).isEqualTo(BsonType.INT64);
        assertThat(document.get("larger").getBsonType()).isEqualTo(BsonType.DECIMAL128);
        assertThat(document.getDecimal128("money").getValue()).hasToString("12.50");
        ObjectNode same = (ObjectNode) json(document);
        same.remove("_id");
        assertThat(same).isEqualTo(JSON.readTree(record));
    }

    @Test
    void textThatLooksLikeAnOperator_isAText() {
        assertThat(document("{\"id\":\"a\",\"name\":\"{\\\"$oid\\\":1}\"}").getString("name"))
                .extracting(text -> text.getValue())
                .isEqualTo("{\"$oid\":1}");
    }

    @Test
    void recordWithoutAnId_isAFaultOfOurs() {
        assertThatThrownBy(() -> document("{\"name\":\"a\"}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no id");
    }
}
