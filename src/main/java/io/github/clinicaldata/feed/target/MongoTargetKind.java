package io.github.clinicaldata.feed.target;

import com.mongodb.ServerAddress;
import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.RecordFormat;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/** Collections of MongoDB: each record is a document whose {@code _id} is the record's. */
@Singleton
final class MongoTargetKind implements TargetKind {
    static final String URL = "url";
    static final String DATABASE = "database";
    static final String COLLECTION = "collection";
    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    /** Names that every MongoDB takes on every system, which is fewer than each of them does. */
    static final Pattern DATABASE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,63}");

    private static final Pattern COLLECTION_NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,119}");
    private static final List<String> OWN_DATABASES = List.of("admin", "config", "local");
    private static final String OWN_COLLECTIONS = "system.";
    private static final String FORMAT = "ndjson";
    private static final int BATCH = 500;

    private final Vertx vertx;
    private final AllowedTargets allowed;
    private final FeedsConfig config;

    MongoTargetKind(Vertx vertx, AllowedTargets allowed, GeneratorConfig config) {
        this.vertx = vertx;
        this.allowed = allowed;
        this.config = config.feeds();
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public String description() {
        return "A collection of MongoDB; each record is a document whose _id is the record's id,"
                + " and takes the place of one that has it";
    }

    @Override
    public List<TargetField> fields() {
        return List.of(
                TargetField.required(
                        URL,
                        "the connection string, with the options authSource, replicaSet and tls,"
                                + " without user and database",
                        "mongodb://db-1.example.org:27017,db-2.example.org:27017/"
                                + "?replicaSet=rs0&tls=true"),
                TargetField.required(DATABASE, "the database", "clinic"),
                TargetField.required(COLLECTION, "the collection", "members"),
                TargetField.optional(USERNAME, "the user, where servers ask for one", "feeds"),
                TargetField.secret(PASSWORD, "the user's password; never shown", "secret"));
    }

    @Override
    public boolean carries(RecordFormat format) {
        return format.name().equals(FORMAT);
    }

    @Override
    public boolean takesDocuments() {
        return false;
    }

    @Override
    public int defaultBatch() {
        return BATCH;
    }

    @Override
    public void check(TargetSettings settings) {
        MongoAddress address = MongoAddress.parse(settings.required(URL));
        for (ServerAddress server : address.servers()) {
            allowed.check("target." + URL, server.getHost());
        }
        String database = settings.required(DATABASE);
        if (!DATABASE_NAME.matcher(database).matches() || OWN_DATABASES.contains(database)) {
            throw TargetSettings.refused(
                    DATABASE,
                    "must be 1 to 63 letters, digits, underscores and hyphens, and none of "
                            + String.join(", ", OWN_DATABASES));
        }
        String collection = settings.required(COLLECTION);
        if (!COLLECTION_NAME.matcher(collection).matches()
                || collection.startsWith(OWN_COLLECTIONS)) {
            throw TargetSettings.refused(
                    COLLECTION,
                    "must be 1 to 120 letters, digits, points, underscores and hyphens, and not"
                            + " begin with a point, a hyphen or "
                            + OWN_COLLECTIONS);
        }
        settings.checkCredentials(USERNAME, PASSWORD);
    }

    @Override
    public FeedTarget open(Opening opening) {
        return new MongoTarget(new MongoClients(vertx, allowed, config, opening));
    }
}
