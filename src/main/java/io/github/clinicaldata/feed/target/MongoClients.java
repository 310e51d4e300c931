package io.github.clinicaldata.feed.target;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerMonitoringMode;
import com.mongodb.connection.SslSettings;
import io.github.clinicaldata.config.FeedsConfig;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Opens the clients of a feed, each of which knows one server and goes to no other: a server tells
 * its clients whom else there is, any number of them, and a driver would begin threads for all
 * before it looked up the first.
 */
final class MongoClients {
    private final Vertx vertx;
    private final AllowedTargets allowed;
    private final FeedsConfig config;
    private final TargetSettings settings;
    private final String feed;
    private final MongoAddress address;

    /** Clients for a target whose settings were checked. */
    MongoClients(
            Vertx vertx, AllowedTargets allowed, FeedsConfig config, TargetKind.Opening opening) {
        this.vertx = vertx;
        this.allowed = allowed;
        this.config = config;
        settings = opening.settings();
        feed = opening.feed();
        address = MongoAddress.parse(settings.required(MongoTargetKind.URL));
    }

    /** The servers that the target names. */
    List<ServerAddress> servers() {
        return address.servers();
    }

    /** A client of one of them; it connects in threads of its own. */
    MongoClient open(ServerAddress server) {
        int connect = (int) config.connectTimeout().toMillis();
        int answer = (int) config.answerTimeout().toMillis();
        MongoClientSettings.Builder builder =
                MongoClientSettings.builder()
                        .applicationName("clinical-feed-" + feed)
                        .inetAddressResolver(this::lookUp)
                        // a feed tries again itself, and tells that it does
                        .retryWrites(false)
                        .writeConcern(WriteConcern.MAJORITY.withWTimeout(answer, MILLISECONDS))
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.hosts(List.of(server))
                                                .mode(ClusterConnectionMode.SINGLE)
                                                .requiredReplicaSetName(address.replicaSet())
                                                .serverSelectionTimeout(connect, MILLISECONDS))
                        .applyToServerSettings(
                                each -> each.serverMonitoringMode(ServerMonitoringMode.POLL))
                        .applyToConnectionPoolSettings(
                                pool -> pool.maxSize(1).maxWaitTime(connect, MILLISECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.connectTimeout(connect, MILLISECONDS)
                                                .readTimeout(answer, MILLISECONDS))
                        .applyToSslSettings(this::secure);
        MongoCredential credential = credential();
        if (credential != null) {
            builder.credential(credential);
        }
        return com.mongodb.client.MongoClients.create(builder.build());
    }

    /** The collection as a client has it. */
    MongoCollection<RawBsonDocument> collection(MongoClient client) {
        return client.getDatabase(settings.required(MongoTargetKind.DATABASE))
                .getCollection(
                        settings.required(MongoTargetKind.COLLECTION), RawBsonDocument.class);
    }

    /** The addresses of a server, all of them checked; asked for before each connection. */
    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        try {
            List<InetAddress> named = new ArrayList<>();
            for (InetAddress each : allowed.addresses(host)) {
                // with the name, which the certificate must be for and nobody has to look up
                named.add(InetAddress.getByAddress(host, each.getAddress()));
            }
            return named;
        } catch (TargetFailure e) {
            throw new UnknownHostException(e.getMessage());
        }
    }

    private void secure(SslSettings.Builder ssl) {
        ssl.enabled(address.tls());
        config.trustedCertificates().ifPresent(file -> ssl.context(trusting(file)));
    }

    private SSLContext trusting(Path certificates) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    new PemTrustOptions()
                            .addCertPath(certificates.toString())
                            .getTrustManagerFactory(vertx)
                            .getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(certificates + " can't be read", e);
        }
    }

    /** By whichever kind of SCRAM the server knows, so that it never learns the password. */
    private @Nullable MongoCredential credential() {
        String user = settings.get(MongoTargetKind.USERNAME);
        return user == null
                ? null
                : MongoCredential.createCredential(
                        user,
                        address.authSource(),
                        settings.required(MongoTargetKind.PASSWORD).toCharArray());
    }
}
