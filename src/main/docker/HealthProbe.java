import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Exit code 0 when the server on this machine is ready: the health check of an image that has no
 * shell and no curl.
 */
public final class HealthProbe {
    private static final int TIMEOUT_MILLIS = 3000;

    private HealthProbe() {}

    /** Asks; the port is that of {@code QUARKUS_HTTP_PORT}. */
    public static void main(String... args) {
        String port = System.getenv().getOrDefault("QUARKUS_HTTP_PORT", "8080");
        System.exit(isReady(URI.create("http://127.0.0.1:" + port + "/q/health/ready")) ? 0 : 1);
    }

    private static boolean isReady(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }
}
