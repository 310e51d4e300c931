package io.github.clinicaldata.feed;

import static io.github.clinicaldata.database.Sql.update;

import io.github.clinicaldata.database.Database;
import io.github.clinicaldata.database.Sql;
import io.github.clinicaldata.feed.secret.FeedSecrets;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Encrypts secrets that the database has plain, from before they were encrypted, and those of a
 * former key with the key of now. Each server does so when it begins with feeds; twice is the same
 * as once.
 */
@Singleton
final class SecretRotation {
    private static final Logger LOG = Logger.getLogger(SecretRotation.class);

    private final Database database;
    private final FeedSecrets secrets;

    SecretRotation(Database database, FeedSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    private record Kept(UUID feed, Map<String, String> secrets) {}

    /** Goes through all feeds. */
    void run() {
        List<Kept> all =
                database.call(
                        connection ->
                                Sql.select(
                                        connection,
                                        row ->
                                                new Kept(
                                                        row.getObject("id", UUID.class),
                                                        Sql.texts(row, "secrets")),
                                        "SELECT id, secrets FROM feeds WHERE secrets IS NOT"
                                                + " NULL"));
        int changed = 0;
        int plain = 0;
        for (Kept kept : all) {
            if (secrets.areStale(kept.secrets())) {
                changed += encrypt(kept) ? 1 : 0;
            } else if (FeedSecrets.arePlain(kept.secrets())) {
                plain++;
            }
        }
        if (changed > 0) {
            LOG.infof("Encrypted the secrets of %d feeds with the key of now", changed);
        }
        if (plain > 0) {
            LOG.warnf(
                    "%d feeds have secrets that are not encrypted: set CLINICAL_FEEDS_SECRET_KEY",
                    plain);
        }
    }

    private boolean encrypt(Kept kept) {
        try {
            Map<String, String> sealed =
                    secrets.sealed(kept.feed(), secrets.opened(kept.feed(), kept.secrets()));
            return database.call(
                    connection ->
                            update(
                                            connection,
                                            "UPDATE feeds SET secrets = ? WHERE id = ?",
                                            Sql.json(sealed),
                                            kept.feed())
                                    == 1);
        } catch (FeedSecrets.UnreadableException e) {
            LOG.warnf("Feed %s: %s", kept.feed(), e.getMessage());
            return false;
        }
    }
}
