package io.github.clinicaldata.feed.target;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.ReplaceOneModel;
import io.github.clinicaldata.stream.Batch;
import java.util.ArrayList;
import java.util.List;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to a collection, a batch at once and in order, until a majority of the servers has
 * it. Each attempt goes over the servers that the target names, from the one that took the last
 * batch on, until one is the primary.
 */
final class MongoTarget implements FeedTarget {
    private final MongoClients clients;
    private final List<ServerAddress> servers;
    private int current;
    private @Nullable MongoClient client;

    /** Opens a target that connects when something is sent. */
    MongoTarget(MongoClients clients) {
        this.clients = clients;
        servers = clients.servers();
    }

    @Override
    public void send(Batch batch) throws TargetFailure, InterruptedException {
        List<ReplaceOneModel<RawBsonDocument>> writes = MongoDocuments.writes(batch);
        List<String> troubles = new ArrayList<>();
        for (int i = 0; i < servers.size(); i++) {
            try {
                write(batch, writes);
                return;
            } catch (TargetFailure e) {
                if (e.reason() != TargetFailure.Reason.PASSING) {
                    throw e;
                }
                troubles.add(servers.get(current) + ": " + e.getMessage());
                current = (current + 1) % servers.size();
            }
        }
        throw TargetFailure.passing("MongoDB at " + String.join("; ", troubles));
    }

    private void write(Batch batch, List<ReplaceOneModel<RawBsonDocument>> writes)
            throws TargetFailure, InterruptedException {
        MongoClient open = client();
        boolean good = false;
        try {
            clients.collection(open).bulkWrite(writes);
            batch.arrived(batch.records());
            good = true;
        } catch (MongoInterruptedException e) {
            throw new InterruptedException();
        } catch (MongoBulkWriteException e) {
            TargetFailure failure = MongoFailures.of(e);
            if (failure.reason() == TargetFailure.Reason.REFUSED) {
                // what comes before the one that was refused was taken, and the next may be
                batch.arrived(batch.arrived() + e.getWriteErrors().get(0).getIndex());
                good = true;
            }
            throw failure;
        } catch (MongoException e) {
            throw MongoFailures.of(e, open.getClusterDescription());
        } finally {
            if (!good) {
                close();
            }
        }
    }

    private MongoClient client() {
        MongoClient open = client;
        if (open == null) {
            open = clients.open(servers.get(current));
            client = open;
        }
        return open;
    }

    @Override
    public void close() {
        MongoClient open = client;
        client = null;
        if (open != null) {
            open.close();
        }
    }
}
