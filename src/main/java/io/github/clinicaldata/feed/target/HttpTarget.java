package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.stream.Batch;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts batches to an endpoint over one connection that is kept. Redirects are not followed, and of
 * an answer only the status and a header are read.
 */
final class HttpTarget implements FeedTarget {
    /** More of an answer's body is not worth to keep a connection for. */
    private static final int MOST_PASSED_OVER = 64 << 10;

    private static final long LONGEST_BODY_MILLIS = 1_000;

    private final Vertx vertx;
    private final AllowedTargets allowed;
    private final Told told;
    private final HttpEndpoint endpoint;
    private final Duration patience;
    private final HttpClient client;
    private final Map<String, String> headers;
    private final @Nullable Signature signature;
    private int attempts;

    /** Opens an endpoint whose settings were checked. */
    HttpTarget(
            Vertx vertx, AllowedTargets allowed, FeedsConfig config, TargetKind.Opening opening) {
        this.vertx = vertx;
        this.allowed = allowed;
        told = new Told(opening.feed(), opening.format().mediaType());
        TargetSettings settings = opening.settings();
        endpoint = HttpEndpoint.parse(settings.required(HttpTargetKind.URL));
        headers = settings.inside(HttpTargetKind.HEADERS);
        String key = settings.get(HttpTargetKind.SIGNING_KEY);
        signature = key == null ? null : new Signature(key);
        patience = config.connectTimeout().plus(config.answerTimeout());
        HttpClientOptions options =
                new HttpClientOptions()
                        .setMaxPoolSize(1)
                        .setConnectTimeout((int) config.connectTimeout().toMillis());
        Trust.by(config, options);
        client = vertx.createHttpClient(options);
    }

    /** What of the feed is told to the endpoint. */
    private record Told(String feed, String mediaType) {}

    @Override
    public void send(Batch batch) throws TargetFailure, InterruptedException {
        // the next address where the one before failed
        List<InetAddress> addresses = allowed.addresses(endpoint.host());
        InetAddress address = addresses.get(Math.floorMod(attempts++, addresses.size()));
        RequestOptions request = to(address);
        headers.forEach(request::putHeader);
        describe(batch, request);
        Buffer body = Buffer.buffer(batch.length()).appendBytes(batch.bytes(), 0, batch.length());
        Waiting waiting = new Waiting(patience);
        waiting.forAnswer(client.request(request).compose(each -> post(each, body, waiting)))
                .requireTaken();
        attempts--;
        batch.arrived(batch.records());
    }

    private RequestOptions to(InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(
                        SocketAddress.inetSocketAddress(endpoint.port(), address.getHostAddress()))
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.tls())
                .setURI(endpoint.path())
                .setFollowRedirects(false);
    }

    private void describe(Batch batch, RequestOptions request) {
        String id = told.feed() + "-" + batch.index(0);
        request.putHeader("Content-Type", told.mediaType())
                .putHeader("User-Agent", "clinical-data-generator")
                .putHeader("Idempotency-Key", id)
                .putHeader("X-Feed-Id", told.feed())
                .putHeader("X-First-Index", String.valueOf(batch.index(0)))
                .putHeader("X-Record-Count", String.valueOf(batch.records()));
        if (signature != null) {
            long seconds = Instant.now().getEpochSecond();
            request.putHeader("webhook-id", id)
                    .putHeader("webhook-timestamp", String.valueOf(seconds))
                    .putHeader(
                            "webhook-signature",
                            signature.of(id, seconds, batch.bytes(), batch.length()));
        }
    }

    private Future<HttpAnswer> post(HttpClientRequest request, Buffer body, Waiting waiting) {
        waiting.onTimeout(request::reset);
        return request.send(body).compose(answer -> passOver(request, answer));
    }

    /**
     * Reads past the body, so that the connection can be used again. What the endpoint means is
     * said by then: one whose body does not end is cut off, and has answered nevertheless.
     */
    private Future<HttpAnswer> passOver(HttpClientRequest request, HttpClientResponse response) {
        HttpAnswer answer =
                new HttpAnswer(response.statusCode(), response.getHeader("Retry-After"));
        Promise<HttpAnswer> done = Promise.promise();
        long timer =
                vertx.setTimer(
                        LONGEST_BODY_MILLIS,
                        late -> {
                            request.reset();
                            done.tryComplete(answer);
                        });
        int[] passed = {0};
        response.exceptionHandler(broken -> done.tryComplete(answer));
        response.endHandler(end -> done.tryComplete(answer));
        response.handler(
                bytes -> {
                    passed[0] += bytes.length();
                    if (passed[0] > MOST_PASSED_OVER) {
                        request.reset();
                        done.tryComplete(answer);
                    }
                });
        return done.future().onComplete(each -> vertx.cancelTimer(timer));
    }

    @Override
    public void close() {
        client.close();
    }
}
