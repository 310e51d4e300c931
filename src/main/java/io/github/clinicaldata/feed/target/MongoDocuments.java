package io.github.clinicaldata.feed.target;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.github.clinicaldata.stream.Batch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;

/**
 * Makes documents of records that are JSON: the same fields, behind an {@code _id} that is the
 * record's. Numbers with a point become {@link Decimal128}, since money is exact; the driver's own
 * reader of JSON would make them binary fractions.
 */
final class MongoDocuments {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ID = "id";
    private static final String OWN_ID = "_id";
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private MongoDocuments() {}

    /** Writes what of a batch was not acknowledged: twice is the same as once. */
    static List<ReplaceOneModel<RawBsonDocument>> writes(Batch batch) {
        List<ReplaceOneModel<RawBsonDocument>> writes =
                new ArrayList<>(batch.records() - batch.arrived());
        for (int i = batch.arrived(); i < batch.records(); i++) {
            RawBsonDocument document =
                    document(batch.bytes(), batch.start(i), batch.start(i + 1) - batch.start(i));
            BsonString id = document.getString(OWN_ID);
            writes.add(new ReplaceOneModel<>(new BsonDocument(OWN_ID, id), document, OR_INSERT));
        }
        return writes;
    }

    /**
     * The document of a record.
     *
     * @throws IllegalStateException when the bytes are no object that begins with an id, as every
     *     record does
     */
    static RawBsonDocument document(byte[] json, int offset, int length) {
        BasicOutputBuffer bytes = new BasicOutputBuffer(2 * length);
        try (JsonParser parser = JSON.createParser(json, offset, length);
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            parser.nextToken();
            if (!ID.equals(parser.nextFieldName())) {
                throw new IllegalStateException("The record begins with no id");
            }
            writer.writeStartDocument();
            writer.writeString(OWN_ID, parser.nextTextValue());
            writer.writeString(ID, parser.getText());
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                write(token, parser, writer);
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getPosition());
    }

    private static void write(JsonToken token, JsonParser parser, BsonBinaryWriter writer)
            throws IOException {
        switch (token) {
            case START_OBJECT -> writer.writeStartDocument();
            case END_OBJECT -> writer.writeEndDocument();
            case START_ARRAY -> writer.writeStartArray();
            case END_ARRAY -> writer.writeEndArray();
            case FIELD_NAME -> writer.writeName(parser.currentName());
            case VALUE_STRING -> writer.writeString(parser.getText());
            case VALUE_TRUE -> writer.writeBoolean(true);
            case VALUE_FALSE -> writer.writeBoolean(false);
            case VALUE_NULL -> writer.writeNull();
            case VALUE_NUMBER_FLOAT ->
                    writer.writeDecimal128(new Decimal128(parser.getDecimalValue()));
            case VALUE_NUMBER_INT -> writeWhole(parser, writer);
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("No JSON: " + token);
        }
    }

    private static void writeWhole(JsonParser parser, BsonBinaryWriter writer) throws IOException {
        switch (parser.getNumberType()) {
            case INT -> writer.writeInt32(parser.getIntValue());
            case LONG -> writer.writeInt64(parser.getLongValue());
            default -> writer.writeDecimal128(new Decimal128(new BigDecimal(parser.getText())));
        }
    }
}
