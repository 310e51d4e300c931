package io.github.clinicaldata.format.x12.validate;

import java.util.List;

/**
 * What was found in a file.
 *
 * @param interchanges how many there are
 * @param groups how many there are
 * @param transactions how many there are
 * @param transactionsAccepted how many transactions have no findings
 * @param transactionsWithErrors how many transactions have findings of single claims, payments or
 *     members only
 * @param segments how many there are, those of the envelopes included
 * @param findings the first ones, in the order of the file
 * @param total how many there are in all
 */
public record X12Report(
        long interchanges,
        long groups,
        long transactions,
        long transactionsAccepted,
        long transactionsWithErrors,
        long segments,
        List<Finding> findings,
        long total) {
    /** Whether nothing is wrong. */
    public boolean accepted() {
        return total == 0;
    }

    /** How many transactions are rejected as a whole. */
    public long transactionsRejected() {
        return transactions - transactionsAccepted - transactionsWithErrors;
    }
}
