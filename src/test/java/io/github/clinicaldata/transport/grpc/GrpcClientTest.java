package io.github.clinicaldata.transport.grpc;

import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc.ClinicalDataServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests with a stock client share: a channel and its stubs. */
abstract class GrpcClientTest {
    @ConfigProperty(name = "quarkus.grpc.server.test-port")
    int port;

    protected ManagedChannel channel;
    protected ClinicalDataServiceBlockingStub client;

    @BeforeEach
    void connect() {
        channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        client = ClinicalDataServiceGrpc.newBlockingStub(channel);
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    static <T> List<T> all(Iterator<T> stream) {
        List<T> items = new ArrayList<>();
        stream.forEachRemaining(items::add);
        return items;
    }
}
