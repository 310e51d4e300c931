package io.github.clinicaldata.transport.http.edi;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * What a client still sends of a body that is refused. It is thrown away for a while, since a
 * connection that is closed at once takes the answer with it; then the connection ends.
 */
final class Leftover {
    private static final long WHILE_MILLIS = 2_000;

    private Leftover() {}

    /** Prepares the end of a request whose answer is written next. */
    static void discard(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        boolean single = request.version() != HttpVersion.HTTP_2;
        boolean hasBody =
                request.headers().contains("Transfer-Encoding")
                        || !"0".equals(request.headers().get("Content-Length"))
                                && request.headers().contains("Content-Length");
        if (single && hasBody && !context.response().headWritten()) {
            context.response().putHeader("Connection", "close");
        }
        long timer = context.vertx().setTimer(WHILE_MILLIS, late -> end(request, single));
        request.handler(buffer -> {});
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.endHandler(whole -> context.vertx().cancelTimer(timer));
        request.resume();
    }

    private static void end(HttpServerRequest request, boolean single) {
        if (single) {
            request.connection().close();
        } else {
            request.response().reset();
        }
    }
}
