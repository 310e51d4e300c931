package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.protobuf.ProtobufFormat;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.proto.v1.GetRequest;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.grpc.stub.ServerCalls.UnaryMethod;
import io.grpc.stub.StreamObserver;

/**
 * A unary method that makes a record again from its id.
 *
 * @param <R> the type of record
 */
final class LookUpMethod<R> implements UnaryMethod<GetRequest, EncodedMessage> {
    private static final int USUAL_LENGTH = 2048;

    private final RequestReader requests;
    private final RecordKind<R> kind;
    private final RecordEncoder<R> encoder;

    LookUpMethod(RequestReader requests, RecordKind<R> kind, ProtobufFormat format) {
        this.requests = requests;
        this.kind = kind;
        encoder = format.encoder(kind, kind.schema());
    }

    @Override
    public void invoke(GetRequest request, StreamObserver<EncodedMessage> answer) {
        EncodedMessage message;
        try {
            message = message(request);
        } catch (RuntimeException e) {
            answer.onError(GrpcFailures.translate(e));
            return;
        }
        answer.onNext(message);
        answer.onCompleted();
    }

    private EncodedMessage message(GetRequest request) {
        RecordId.Content content = Planner.content(kind, request.getId());
        Population population = requests.population(request, content.seed());
        long index = Planner.index(kind, population, content);
        R record = kind.generator().at(population, index);
        if (record == null) {
            throw Planner.notFound(kind, population);
        }
        ByteSink sink = new ByteSink(USUAL_LENGTH);
        encoder.open(new StreamContext(population, index)).write(record, sink);
        return new SingleRecords.DelimitedMessages(sink.toByteArray(), sink.size()).next();
    }
}
