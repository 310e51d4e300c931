package io.github.clinicaldata.bench;

import io.github.clinicaldata.proto.v1.ClinicalDataServiceGrpc;
import io.github.clinicaldata.proto.v1.Member;
import io.github.clinicaldata.proto.v1.MemberBatch;
import io.github.clinicaldata.proto.v1.StreamRequest;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Streams members from a running server and prints messages, records and server CPU.
 *
 * <p>{@code src/bench/run GrpcLoad} with the arguments: host, port, number of members, the server's
 * process id if it runs on this machine, else 0, and the forms to run one after the other: {@code
 * single} and {@code batches} with a marshaller that only counts, so that the server is the
 * bottleneck; {@code single-parsed} and {@code batches-parsed} with the stock one; {@code slow}
 * pauses a millisecond after each thousand messages; {@code many} opens a thousand connections with
 * a stream each and stops to read.
 */
public final class GrpcLoad {
    private static final int WINDOW = 1 << 20;
    private static final int TICKS_PER_SECOND = 100;

    private final ManagedChannel channel;
    private final long members;
    private final String process;

    private GrpcLoad(ManagedChannel channel, long members, String process) {
        this.channel = channel;
        this.members = members;
        this.process = process;
    }

    /** Runs the forms that the arguments name. */
    public static void main(String[] arguments) throws Exception {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress(arguments[0], Integer.parseInt(arguments[1]))
                        .usePlaintext()
                        .flowControlWindow(WINDOW)
                        .directExecutor()
                        .build();
        GrpcLoad load = new GrpcLoad(channel, Long.parseLong(arguments[2]), arguments[3]);
        for (String form : Arrays.asList(arguments).subList(4, arguments.length)) {
            load.run(form, arguments[0], Integer.parseInt(arguments[1]));
        }
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    private void run(String form, String host, int port) throws Exception {
        MethodDescriptor<StreamRequest, Member> single =
                ClinicalDataServiceGrpc.getStreamMembersMethod();
        MethodDescriptor<StreamRequest, MemberBatch> batches =
                ClinicalDataServiceGrpc.getStreamMemberBatchesMethod();
        switch (form) {
            case "single" -> run(form, counting(single), length -> 1);
            case "batches" -> run(form, counting(batches), length -> 0);
            case "single-parsed" -> run(form, single, member -> 1);
            case "batches-parsed" -> run(form, batches, MemberBatch::getMembersCount);
            case "slow" -> slow();
            case "many" -> many(host, port);
            default -> throw new IllegalArgumentException(form);
        }
    }

    private static <T> MethodDescriptor<T, Integer> counting(MethodDescriptor<T, ?> method) {
        return method.toBuilder(
                        method.getRequestMarshaller(),
                        new MethodDescriptor.Marshaller<Integer>() {
                            @Override
                            public InputStream stream(Integer length) {
                                throw new UnsupportedOperationException();
                            }

                            @Override
                            public Integer parse(InputStream stream) {
                                try {
                                    return stream.available();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            }
                        })
                .build();
    }

    private <T> void run(
            String form, MethodDescriptor<StreamRequest, T> method, ToLongFunction<T> records)
            throws Exception {
        long cpuBefore = cpuTicks();
        long start = System.nanoTime();
        Reader<T> reader = new Reader<>(channel.newCall(method, CallOptions.DEFAULT), records);
        reader.start(StreamRequest.newBuilder().setCount(members).build());
        reader.end.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (double) (cpuTicks() - cpuBefore) / TICKS_PER_SECOND;
        long counted = reader.records == 0 ? members : reader.records;
        System.out.printf(
                "%-15s %9d messages %,11.0f messages/s %,11.0f records/s %6.2f s; server CPU %.3f"
                        + " us/record, %.3f us/message%n",
                form,
                reader.messages,
                reader.messages / seconds,
                counted / seconds,
                seconds,
                cpu * 1e6 / counted,
                cpu * 1e6 / reader.messages);
    }

    /** Reads all members, a thousand at a time with a pause of a millisecond. */
    private void slow() throws Exception {
        long start = System.nanoTime();
        Reader<Integer> reader =
                new Reader<>(
                        channel.newCall(
                                counting(ClinicalDataServiceGrpc.getStreamMembersMethod()),
                                CallOptions.DEFAULT),
                        length -> 1);
        reader.pauseEach = 1_000;
        reader.start(StreamRequest.newBuilder().setCount(members).build());
        reader.end.get();
        System.out.printf(
                "slow single     %9d messages %.2f s; server memory peak %s%n",
                reader.messages, (System.nanoTime() - start) / 1e9, memory("VmHWM"));
    }

    /** Opens streams that nobody reads, and prints what they cost the server. */
    private void many(String host, int port) throws Exception {
        String before = memory("VmRSS");
        List<ManagedChannel> channels = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ManagedChannel own =
                    NettyChannelBuilder.forAddress(host, port)
                            .usePlaintext()
                            .flowControlWindow(1 << 16)
                            .directExecutor()
                            .build();
            channels.add(own);
            ClientCall<StreamRequest, Member> call =
                    own.newCall(
                            ClinicalDataServiceGrpc.getStreamMembersMethod(), CallOptions.DEFAULT);
            call.start(new ClientCall.Listener<>() {}, new Metadata());
            call.sendMessage(StreamRequest.newBuilder().setUnbounded(true).build());
            call.halfClose();
            call.request(1);
        }
        TimeUnit.SECONDS.sleep(10);
        System.out.printf(
                "many            %d streams; server memory before %s, with them %s%n",
                channels.size(), before, memory("VmRSS"));
        channels.forEach(ManagedChannel::shutdownNow);
    }

    private long cpuTicks() throws IOException {
        if (process.equals("0")) {
            return 0;
        }
        String stat = Files.readString(Path.of("/proc", process, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private String memory(String name) throws IOException {
        if (process.equals("0")) {
            return "unknown";
        }
        return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("unknown");
    }

    /** Asks for messages as it reads them. */
    private static final class Reader<T> extends ClientCall.Listener<T> {
        private final ToLongFunction<T> counter;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final ClientCall<StreamRequest, T> call;
        private long messages;
        private long records;
        private int pauseEach = Integer.MAX_VALUE;

        Reader(ClientCall<StreamRequest, T> call, ToLongFunction<T> counter) {
            this.call = call;
            this.counter = counter;
        }

        void start(StreamRequest request) {
            call.start(this, new Metadata());
            call.request(256);
            call.sendMessage(request);
            call.halfClose();
        }

        @Override
        public void onMessage(T message) {
            messages++;
            records += counter.applyAsLong(message);
            if (messages % 128 == 0) {
                call.request(128);
            }
            if (messages % pauseEach == 0) {
                pause();
            }
        }

        private static void pause() {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (status.isOk()) {
                end.complete(null);
            } else {
                end.completeExceptionally(status.asRuntimeException(trailers));
            }
        }
    }
}
