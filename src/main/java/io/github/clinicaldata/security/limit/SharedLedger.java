package io.github.clinicaldata.security.limit;

import java.util.concurrent.CompletionStage;

/**
 * Where servers that share quotas tell each other what clients have had. None of its methods
 * blocks.
 */
public interface SharedLedger {
    /** Whether it is worth to ask now; false for a while after a failure. */
    boolean mayAsk();

    /**
     * Tells of tokens that a client has had here.
     *
     * @param bucket whose tokens, and which
     * @param perMinute how many it may have a minute
     * @param tokens how many it has had since it was last told; below 0 for tokens given back
     * @return how many are left over all servers, below 0 when there were too many
     */
    CompletionStage<Long> tokens(String bucket, long perMinute, long tokens);

    /**
     * Tells how many streams a client has here now.
     *
     * @param client whose streams
     * @return how many it has on all other servers
     */
    CompletionStage<Integer> streams(String client, int here);
}
