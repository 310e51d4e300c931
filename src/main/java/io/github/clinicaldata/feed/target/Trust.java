package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TCPSSLOptions;

/** Whose certificates targets with TLS may have. */
final class Trust {
    private Trust() {}

    /** Lets a client trust whom the settings name, or else whom the JVM does. */
    static void by(FeedsConfig config, TCPSSLOptions client) {
        config.trustedCertificates()
                .ifPresent(
                        file ->
                                client.setTrustOptions(
                                        new PemTrustOptions().addCertPath(file.toString())));
    }
}
