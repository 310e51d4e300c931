package io.github.clinicaldata.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * The ceiling of HTTP: bare Vert.x that sends one constant chunk of 64 KiB over and over, with the
 * back-pressure of our last hop, until so many bytes were sent: {@code GET /?bytes=n}.
 */
public final class CeilingServer {
    private static final int CHUNK = 1 << 16;

    private CeilingServer() {}

    /** Runs on the port that is given. */
    public static void main(String... args) {
        Vertx vertx = Vertx.vertx();
        Buffer chunk = Buffer.buffer(new byte[CHUNK]);
        vertx.createHttpServer()
                .requestHandler(request -> answer(vertx, request, chunk))
                .listen(Integer.parseInt(args[0]), "127.0.0.1")
                .onComplete(server -> System.out.println("ready"));
    }

    private static void answer(Vertx vertx, HttpServerRequest request, Buffer chunk) {
        HttpServerResponse response = request.response().setChunked(true);
        long chunks = Long.parseLong(request.getParam("bytes")) / CHUNK;
        new Sender(vertx, response, chunk, chunks).send();
    }

    private static final class Sender {
        private final Vertx vertx;
        private final HttpServerResponse response;
        private final Buffer chunk;
        private long left;

        Sender(Vertx vertx, HttpServerResponse response, Buffer chunk, long left) {
            this.vertx = vertx;
            this.response = response;
            this.chunk = chunk;
            this.left = left;
            response.drainHandler(drained -> send());
        }

        void send() {
            if (left-- <= 0) {
                if (!response.ended()) {
                    response.end();
                }
                return;
            }
            response.write(chunk);
            if (!response.writeQueueFull()) {
                vertx.getOrCreateContext().runOnContext(ignored -> send());
            }
        }
    }
}
