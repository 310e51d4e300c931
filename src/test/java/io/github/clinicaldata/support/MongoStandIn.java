package io.github.clinicaldata.support;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.sasl.SaslException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.security.scram.ScramCredential;
import org.apache.kafka.common.security.scram.ScramCredentialCallback;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.apache.kafka.common.security.scram.internals.ScramSaslServer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a mongod, which no build can start that has Maven Central alone: the server of
 * mongo-java-server, which speaks the protocol and keeps documents in memory. It knows no users, so
 * their SCRAM is that of Kafka's brokers.
 */
public final class MongoStandIn implements AutoCloseable {
    private static final String MECHANISM = "SCRAM-SHA-256";
    private static final int ITERATIONS = 4096;

    private final Backend backend = new Backend();
    private final int port = Ports.free();
    private final @Nullable Certificate certificate;
    private @Nullable MongoServer server;

    private MongoStandIn(@Nullable Certificate certificate) {
        this.certificate = certificate;
    }

    /** Answers a command in the server's place, or in front of it. */
    @FunctionalInterface
    public interface Answering {
        /**
         * The answer, or null to let the server answer.
         *
         * @throws MongoServerError which is an answer too
         */
        @Nullable Document answer(Channel client, String command, Document query);
    }

    /** Starts a server on a free port. */
    public static MongoStandIn start() {
        MongoStandIn started = new MongoStandIn(null);
        started.listen();
        return started;
    }

    /** Starts one with TLS. */
    public static MongoStandIn start(Certificate certificate) {
        MongoStandIn started = new MongoStandIn(certificate);
        started.listen();
        return started;
    }

    /** Listens again after it was killed, with what it had. */
    public void listen() {
        MongoServer starting = new MongoServer(backend);
        Certificate shown = certificate;
        if (shown != null) {
            show(starting, shown);
        }
        starting.bind("127.0.0.1", port);
        server = starting;
    }

    private static void show(MongoServer server, Certificate certificate) {
        try (InputStream file = Files.newInputStream(certificate.keyStore())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            char[] password = Certificate.PASSWORD.toCharArray();
            store.load(file, password);
            server.enableSsl(
                    (PrivateKey) store.getKey("server", password),
                    null,
                    (X509Certificate) store.getCertificate("server"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Where it listens, under another name. */
    public String address(String host) {
        return host + ":" + port;
    }

    /** Breaks its connections off and listens no more. */
    public void kill() {
        MongoServer running = server;
        server = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    /** Lets in only who proves to know the password of a user. */
    public void require(String user, String password) {
        try {
            backend.users.put(
                    user,
                    new ScramFormatter(ScramMechanism.SCRAM_SHA_256)
                            .generateCredential(password, ITERATIONS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says how commands are answered. */
    public void answer(Answering answering) {
        backend.answering = answering;
    }

    /** Says what happens after a command was done and before it is answered. */
    public void afterwards(BiConsumer<Channel, String> afterwards) {
        backend.afterwards = afterwards;
    }

    /** How many documents were written, twice counted twice. */
    public int writes() {
        return backend.writes.get();
    }

    /** What a collection holds. */
    public List<Document> documents(String database, String collection) {
        return backend.resolveDatabase(database)
                .resolveCollection(collection, true)
                .queryAllAsStream()
                .toList();
    }

    @Override
    public void close() {
        kill();
    }

    private static final class Backend extends MemoryBackend {
        private static final Set<String> FOR_ALL =
                Set.of("hello", "ismaster", "saslstart", "saslcontinue", "endsessions");

        private final Map<String, ScramCredential> users = new ConcurrentHashMap<>();
        private final Map<Channel, ScramSaslServer> dialogues = new ConcurrentHashMap<>();
        private final AtomicInteger writes = new AtomicInteger();
        private volatile Answering answering = (client, command, query) -> null;
        private volatile BiConsumer<Channel, String> afterwards = (client, command) -> {};

        @Override
        public void close() {
            // what it has outlives its connections
        }

        @Override
        public Document handleCommand(
                Channel client, String database, String command, Document query) {
            String name = command.toLowerCase(Locale.ROOT);
            if (name.equals("saslstart")) {
                dialogues.put(client, dialogue());
                return next(client, query);
            }
            if (name.equals("saslcontinue")) {
                return next(client, query);
            }
            if (!users.isEmpty() && !FOR_ALL.contains(name) && !isIn(client)) {
                throw new MongoServerError(
                        13, "Unauthorized", "command " + command + " requires authentication");
            }
            Document answer = answering.answer(client, command, query);
            if (answer != null) {
                return answer;
            }
            Document own = super.handleCommand(client, database, command, query);
            if (name.equals("update")) {
                writes.addAndGet(given(query, "updates", Collection.class).size());
            }
            afterwards.accept(client, command);
            if (query.containsKey("saslSupportedMechs")) {
                own.append("saslSupportedMechs", List.of(MECHANISM));
            }
            return own;
        }

        private static <T> T given(Document query, String field, Class<T> type) {
            return type.cast(Objects.requireNonNull(query.get(field)));
        }

        private ScramSaslServer dialogue() {
            try {
                return new ScramSaslServer(ScramMechanism.SCRAM_SHA_256, Map.of(), this::tell);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean isIn(Channel client) {
            ScramSaslServer dialogue = dialogues.get(client);
            return dialogue != null && dialogue.isComplete();
        }

        private void tell(Callback[] callbacks) {
            String user = "";
            for (Callback each : callbacks) {
                if (each instanceof NameCallback name) {
                    user = name.getDefaultName();
                } else if (each instanceof ScramCredentialCallback asked) {
                    ScramCredential known = users.get(user);
                    if (known != null) {
                        asked.scramCredential(known);
                    }
                }
            }
        }

        private Document next(Channel client, Document query) {
            ScramSaslServer dialogue = Objects.requireNonNull(dialogues.get(client));
            try {
                byte[] answer =
                        dialogue.evaluateResponse(given(query, "payload", BinData.class).getData());
                return new Document("conversationId", 1)
                        .append("done", dialogue.isComplete())
                        .append("payload", new BinData(answer))
                        .append("ok", 1.0);
            } catch (SaslAuthenticationException | SaslException e) {
                throw new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
            }
        }
    }
}
