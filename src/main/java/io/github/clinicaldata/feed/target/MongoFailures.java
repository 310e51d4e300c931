package io.github.clinicaldata.feed.target;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.connection.ClusterDescription;
import java.util.Set;
import javax.security.sasl.SaslException;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about failures of MongoDB, by the codes of its {@code error_codes.yml}. What is
 * not known may pass.
 */
final class MongoFailures {
    /** Unauthorized, AuthenticationFailed, InvalidNamespace, CommandNotSupportedOnView. */
    private static final Set<Integer> HOPELESS = Set.of(13, 18, 73, 166);

    /**
     * LockTimeout, MaxTimeMSExpired, ShutdownInProgress, WriteConflict, PrimarySteppedDown,
     * NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange,
     * NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary: of the moment, and not of a document.
     */
    private static final Set<Integer> PASSING =
            Set.of(24, 50, 91, 112, 189, 10107, 11600, 11602, 13435, 13436);

    private static final int LONGEST = 300;

    private MongoFailures() {}

    /** Why a batch was not written whole. */
    static TargetFailure of(MongoBulkWriteException failure) {
        if (failure.getWriteConcernError() != null) {
            return TargetFailure.passing(shortened(failure.getWriteConcernError().getMessage()));
        }
        BulkWriteError first = failure.getWriteErrors().get(0);
        if (HOPELESS.contains(first.getCode())) {
            return TargetFailure.hopeless("MongoDB: " + shortened(first.getMessage()));
        }
        return PASSING.contains(first.getCode())
                ? TargetFailure.passing(shortened(first.getMessage()))
                : TargetFailure.refused("MongoDB: " + shortened(first.getMessage()));
    }

    /**
     * Why nothing was written.
     *
     * @param cluster what the client knows of the server, which says why it can't be reached
     */
    static TargetFailure of(MongoException failure, ClusterDescription cluster) {
        if (failure instanceof MongoSecurityException) {
            return ofAuthentication(failure);
        }
        if (failure instanceof MongoIncompatibleDriverException) {
            return TargetFailure.hopeless("MongoDB: " + shortened(failure.getMessage()));
        }
        if (failure instanceof MongoCommandException command) {
            String message = shortened(command.getErrorMessage());
            return HOPELESS.contains(command.getErrorCode())
                    ? TargetFailure.hopeless("MongoDB: " + message)
                    : TargetFailure.passing(message);
        }
        if (failure instanceof MongoTimeoutException) {
            return TargetFailure.passing(unreachable(cluster));
        }
        return TargetFailure.passing(root(failure));
    }

    private static String unreachable(ClusterDescription cluster) {
        if (cluster.getServerDescriptions().isEmpty()) {
            // the driver forgets a server that is not what it was told
            return "is not of the replica set that the connection string names";
        }
        Throwable known = cluster.getServerDescriptions().get(0).getException();
        return known == null ? "no answer came in time" : root(known);
    }

    /** The server's own word; that of the driver names the user. */
    private static TargetFailure ofAuthentication(MongoException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof MongoCommandException command
                && !(cause instanceof MongoNotPrimaryException
                        || cause instanceof MongoNodeIsRecoveringException)) {
            return TargetFailure.hopeless(
                    "MongoDB does not let the user in: " + shortened(command.getErrorMessage()));
        }
        if (cause instanceof SaslException) {
            return TargetFailure.hopeless(
                    "MongoDB does not prove to know the user: " + shortened(cause.getMessage()));
        }
        return TargetFailure.passing(root(failure));
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : shortened(message);
    }

    private static String shortened(@Nullable String message) {
        String text = String.valueOf(message);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
