package io.github.clinicaldata.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no HTTP client would, and reads what comes back. */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private static final int BUFFER = 1024;

    private final Socket socket = new Socket();
    private final InputStream input;

    RawClient(URI server) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
        input = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** One exchange on a connection of its own. */
    static String exchange(URI server, String request) throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.send(request);
            return client.head();
        }
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The head of the answer, or what there is of it when the server closes before. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            int next;
            while ((next = input.read()) >= 0) {
                head.write(next);
                if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
            }
        } catch (java.net.SocketException e) {
            // reset: what came before counts
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** The next line of what still comes. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = input.read()) >= 0 && next != '\n') {
            line.append((char) next);
        }
        return line.toString();
    }

    /** All that still comes until the server closes. */
    String rest() throws IOException {
        try {
            return new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException e) {
            return "";
        }
    }

    /** Whether the server has closed the connection, waiting for it at most so long. */
    boolean isClosedWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            while (input.read() >= 0) {
                // what it still says does not matter
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
