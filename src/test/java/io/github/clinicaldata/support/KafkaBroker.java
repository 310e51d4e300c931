package io.github.clinicaldata.support;

import io.quarkus.bootstrap.resolver.maven.BootstrapMavenException;
import io.quarkus.bootstrap.resolver.maven.MavenArtifactResolver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.utils.AppInfoParser;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * A Kafka broker in a process of its own, of the client's release. Its jars come from the
 * repository when a test asks for them and are on no class path but its own.
 */
public final class KafkaBroker implements AutoCloseable {
    /** The password of the user {@code feeds}. */
    public static final String PASSWORD = "pass\"word";

    private final Path directory;
    private final int port = Ports.free();
    private final int saslPort = Ports.free();
    private final int tlsPort = Ports.free();
    private final int secretPort = Ports.free();
    private final ChildProcess process;

    private KafkaBroker(Path directory) {
        this.directory = directory;
        process =
                ChildProcess.java(
                        directory.resolve("log"),
                        List.of(
                                "-Xmx320m",
                                "-cp",
                                classPath(),
                                "kafka.Kafka",
                                directory.resolve("server.properties").toString()));
    }

    /** Starts a broker with its data in a directory; topics of three partitions make themselves. */
    public static KafkaBroker start(Path directory) {
        KafkaBroker broker = new KafkaBroker(directory);
        try {
            broker.format();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        broker.start();
        return broker;
    }

    private void format() throws IOException {
        int controller = Ports.free();
        Path data = Files.createDirectories(directory.resolve("kafka"));
        Files.writeString(
                data.resolve("meta.properties"),
                "version=1\ncluster.id=%s\nnode.id=1\ndirectory.id=%s\n"
                        .formatted(Uuid.randomUuid(), Uuid.randomUuid()));
        Files.writeString(
                directory.resolve("server.properties"),
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                listeners=PLAINTEXT://127.0.0.1:%2$d,SASL://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%1$d,TLS://127.0.0.1:%6$d,SECRET://127.0.0.1:%7$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT,TLS:SSL,SECRET:SASL_SSL
                sasl.enabled.mechanisms=PLAIN
                listener.name.secret.sasl.enabled.mechanisms=SCRAM-SHA-256,SCRAM-SHA-512
                listener.name.secret.scram-sha-256.sasl.jaas.config=%8$s required;
                listener.name.secret.scram-sha-512.sasl.jaas.config=%8$s required;
                ssl.keystore.type=PKCS12
                ssl.keystore.location=%9$s
                ssl.keystore.password=%10$s
                listener.name.sasl.plain.sasl.jaas.config=%5$s required user_feeds="pass\\\\"word";
                controller.listener.names=CONTROLLER
                log.dirs=%4$s
                num.partitions=3
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=200
                """
                        .formatted(
                                controller,
                                port,
                                saslPort,
                                data,
                                PlainLoginModule.class.getName(),
                                tlsPort,
                                secretPort,
                                ScramLoginModule.class.getName(),
                                certificate().keyStore(),
                                Certificate.PASSWORD));
    }

    private static String classPath() {
        try {
            return MavenArtifactResolver.builder()
                    .setWorkspaceDiscovery(false)
                    .build()
                    .resolveDependencies(
                            new DefaultArtifact(
                                    "org.apache.kafka",
                                    "kafka_2.13",
                                    "jar",
                                    AppInfoParser.getVersion()),
                            List.of())
                    .getArtifactResults()
                    .stream()
                    .map(each -> each.getArtifact().getFile().toString())
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (BootstrapMavenException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again, with what it had. */
    public void start() {
        process.start();
        process.awaitPort(port);
    }

    /** Where it listens. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Where it listens to the user {@code feeds} with the password {@value #PASSWORD}. */
    public String saslAddress() {
        return "127.0.0.1:" + saslPort;
    }

    /** Where it listens with TLS, to anybody. */
    public String tlsAddress() {
        return "127.0.0.1:" + tlsPort;
    }

    /** Where it listens with TLS, to users that it knows by SCRAM. */
    public String scramAddress() {
        return "127.0.0.1:" + secretPort;
    }

    /** Its certificate, which is for 127.0.0.1. */
    public Certificate certificate() {
        return Certificate.make(directory, "IP:127.0.0.1");
    }

    /** Gives a user a password that it proves to know by SCRAM. */
    public void addUser(String user, String password) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            for (ScramMechanism mechanism :
                    List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512)) {
                // a request may change a user once
                admin.alterUserScramCredentials(
                                List.of(
                                        new UserScramCredentialUpsertion(
                                                user,
                                                new ScramCredentialInfo(mechanism, 4096),
                                                password)))
                        .all()
                        .get(60, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kills it. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        kill();
    }
}
