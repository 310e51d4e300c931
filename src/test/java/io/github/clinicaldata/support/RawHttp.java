package io.github.clinicaldata.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.Callable;

/** A request over a socket, so that a test sees the very bytes of an answer that is broken off. */
public final class RawHttp implements Callable<RawHttp.Answer> {
    private final Socket socket;

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    /**
     * An answer as far as it came.
     *
     * @param head status line and headers
     * @param body without the frames of chunks
     * @param complete whether its end was marked
     */
    public record Answer(String head, String body, boolean complete) {}

    /** Sends a request; headers end with a line break each. */
    public static RawHttp send(int port, String path, String headers) {
        try {
            Socket socket = new Socket("127.0.0.1", port);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new RawHttp(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until the server closes the connection. */
    @Override
    public Answer call() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (socket;
                InputStream input = socket.getInputStream()) {
            input.transferTo(bytes);
        } catch (SocketException e) {
            // a reset ends the answer too
        }
        return parse(bytes.toString(ISO_8859_1));
    }

    private static Answer parse(String text) {
        int headEnd = text.indexOf("\r\n\r\n");
        String head = text.substring(0, headEnd);
        String rest = text.substring(headEnd + 4);
        if (!head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")) {
            return new Answer(head, rest, true);
        }
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < rest.length()) {
            int lineEnd = rest.indexOf("\r\n", at);
            int length = Integer.parseInt(rest.substring(at, lineEnd), 16);
            if (length == 0) {
                return new Answer(head, body.toString(), true);
            }
            int end = Math.min(rest.length(), lineEnd + 2 + length);
            body.append(rest, lineEnd + 2, end);
            at = end + 2;
        }
        return new Answer(head, body.toString(), false);
    }
}
