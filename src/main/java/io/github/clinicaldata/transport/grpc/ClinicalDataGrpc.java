package io.github.clinicaldata.transport.grpc;

import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import io.github.clinicaldata.format.protobuf.ProtobufFormat;
import io.github.clinicaldata.format.protobuf.ProtobufMapping;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.GetRequest;
import io.github.clinicaldata.proto.v1.ListKindsRequest;
import io.github.clinicaldata.proto.v1.ListKindsResponse;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.stream.Streams;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.stub.ServerCalls;
import io.quarkus.grpc.GrpcService;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The service of {@code proto/clinical/v1}. Methods are bound by what they take and answer: a
 * method that answers a kind's message, or a batch of it, is that kind's; so a new kind needs its
 * methods in {@code service.proto} and its {@link ProtobufMapping}, and nothing here.
 */
@GrpcService
public final class ClinicalDataGrpc implements BindableService {
    private final Planner planner;
    private final Catalog catalog;
    private final ProtobufFormat format;
    private final Streams streams;
    private final Vertx vertx;
    private final Map<String, String> kindsByMessage = new TreeMap<>();

    ClinicalDataGrpc(
            Planner planner,
            Catalog catalog,
            ProtobufFormat format,
            Streams streams,
            Vertx vertx,
            Instance<ProtobufMapping> mappings) {
        this.planner = planner;
        this.catalog = catalog;
        this.format = format;
        this.streams = streams;
        this.vertx = vertx;
        mappings.forEach(
                mapping -> kindsByMessage.put(mapping.message().getFullName(), mapping.kind()));
    }

    /**
     * Binds every method of the service.
     *
     * @throws IllegalStateException when a method answers a message that no kind maps
     */
    @Override
    public ServerServiceDefinition bindService() {
        ServiceDescriptor generated = ClinicalDataServiceGrpc.getServiceDescriptor();
        List<ServerMethodDefinition<?, ?>> methods = new ArrayList<>();
        ServiceDescriptor.Builder descriptor =
                ServiceDescriptor.newBuilder(generated.getName())
                        .setSchemaDescriptor(generated.getSchemaDescriptor());
        for (MethodDescriptor<?, ?> method : generated.getMethods()) {
            ServerMethodDefinition<?, ?> bound = bind(method);
            descriptor.addMethod(bound.getMethodDescriptor());
            methods.add(bound);
        }
        ServerServiceDefinition.Builder service =
                ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(service::addMethod);
        return service.build();
    }

    private ServerMethodDefinition<?, ?> bind(MethodDescriptor<?, ?> method) {
        Descriptors.MethodDescriptor declared = declaration(method);
        Descriptor request = declared.getInputType();
        Descriptor answer = declared.getOutputType();
        if (request.equals(ListKindsRequest.getDescriptor())) {
            return listKinds();
        }
        Descriptor records = RecordBatches.recordsOf(answer);
        RecordKind<?> kind = kind(method, records == null ? answer : records);
        RequestReader requests = new RequestReader(planner, kind);
        if (request.equals(StreamRequest.getDescriptor()) && declared.isServerStreaming()) {
            Packaging packaging =
                    records == null ? SingleRecords.PACKAGING : new RecordBatches(answer);
            return encoded(method, new StreamMethod(requests, streams, packaging, vertx));
        }
        if (request.equals(GetRequest.getDescriptor()) && !declared.isServerStreaming()) {
            return encoded(
                    method,
                    ServerCalls.<GetRequest, EncodedMessage>asyncUnaryCall(
                            new LookUpMethod<>(requests, kind, format)));
        }
        throw new IllegalStateException("Nothing answers " + method.getFullMethodName());
    }

    private static Descriptors.MethodDescriptor declaration(MethodDescriptor<?, ?> method) {
        if (method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier supplier) {
            return supplier.getMethodDescriptor();
        }
        throw new IllegalStateException(method.getFullMethodName() + " has no schema");
    }

    private RecordKind<?> kind(MethodDescriptor<?, ?> method, @Nullable Descriptor message) {
        String name = message == null ? null : kindsByMessage.get(message.getFullName());
        if (name == null) {
            throw new IllegalStateException(
                    "No kind maps what " + method.getFullMethodName() + " answers");
        }
        return planner.kind(name);
    }

    private ServerMethodDefinition<?, ?> listKinds() {
        ListKindsResponse kinds = KindDescriptions.of(catalog);
        return ServerMethodDefinition.create(
                ClinicalDataServiceGrpc.getListKindsMethod(),
                ServerCalls.asyncUnaryCall(
                        (request, answer) -> {
                            answer.onNext(kinds);
                            answer.onCompleted();
                        }));
    }

    /** Keeps all of a method but for the marshaller of its answers. */
    private static <T> ServerMethodDefinition<T, EncodedMessage> encoded(
            MethodDescriptor<?, ?> method, ServerCallHandler<T, EncodedMessage> handler) {
        @SuppressWarnings("unchecked") // the caller has compared the type of the request
        Marshaller<T> requests = (Marshaller<T>) method.getRequestMarshaller();
        return ServerMethodDefinition.create(
                method.toBuilder(requests, EncodedMessages.MARSHALLER).build(), handler);
    }
}
