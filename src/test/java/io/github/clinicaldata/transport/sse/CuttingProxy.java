package io.github.clinicaldata.transport.sse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy on the way to the server that cuts each connection after so many bytes of the answer. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger connections = new AtomicInteger();
    private final URI target;
    private final int bytes;

    CuttingProxy(URI target, int bytes) throws IOException {
        this.target = target;
        this.bytes = bytes;
        threads.execute(this::accept);
    }

    /** Where clients connect to. */
    URI uri() {
        return URI.create("http://localhost:" + listener.getLocalPort());
    }

    /** How many connections there were. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.incrementAndGet();
                threads.execute(() -> carry(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void carry(Socket client) {
        try (client;
                Socket server = new Socket(target.getHost(), target.getPort())) {
            threads.execute(() -> copy(client, server));
            InputStream answer = server.getInputStream();
            byte[] part = new byte[8192];
            int left = bytes;
            while (left > 0) {
                int read = answer.read(part, 0, Math.min(part.length, left));
                if (read < 0) {
                    return;
                }
                client.getOutputStream().write(part, 0, read);
                left -= read;
            }
        } catch (IOException e) {
            // one side has left; the other is closed with it
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            input.transferTo(output);
        } catch (IOException e) {
            // the connection was cut
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
