package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import java.util.Locale;

/**
 * Writes the records of one stream into transactions of a set.
 *
 * @param <R> the type of record
 */
abstract class TransactionSession<R> implements EncoderSession<R> {
    /** Where segments are written. */
    protected final SegmentWriter out;

    /** The delimiters of the stream. */
    protected final Delimiters delimiters;

    /** The day on which everything is sent, in days since 1970-01-01. */
    protected final long day;

    /** Tells the population from others. */
    protected final Literal fingerprint;

    private final TransactionSet<R> set;
    private final Envelope envelope;
    private final long perTransaction;
    private final long longerTransactions;
    private long inTransaction;

    TransactionSession(
            TransactionSet<R> set,
            StreamContext context,
            String functional,
            String number,
            String guide) {
        this.set = set;
        delimiters = X12Options.delimiters(context.options());
        out = new SegmentWriter(delimiters);
        envelope = new Envelope(out, delimiters, context, functional, number, guide);
        perTransaction = context.options().number(X12Options.PER_TRANSACTION);
        longerTransactions = context.options().number(X12Options.LONGER_TRANSACTIONS);
        day = context.population().asOf().toEpochDay();
        fingerprint = Literal.of(context.population().fingerprint().toUpperCase(Locale.ROOT));
    }

    @Override
    public final void begin(ByteSink sink) {
        out.to(sink);
        envelope.begin(sink);
    }

    @Override
    public final void write(R record, ByteSink sink) {
        if (!set.writes(record)) {
            return;
        }
        out.to(sink);
        if (envelope.inTransaction() && (isFull() || !belongs(record))) {
            endTransaction(sink);
        }
        if (!envelope.inTransaction()) {
            envelope.beginTransaction(sink);
            inTransaction = 0;
            header(record);
        }
        inTransaction++;
        body(record);
    }

    private boolean isFull() {
        boolean longer = envelope.transactionNumber() <= longerTransactions;
        return inTransaction >= (longer ? perTransaction + 1 : perTransaction);
    }

    private void endTransaction(ByteSink sink) {
        footer();
        envelope.endTransaction(sink);
    }

    @Override
    public final void end(ByteSink sink) {
        out.to(sink);
        if (envelope.inTransaction()) {
            endTransaction(sink);
        }
        envelope.end(sink);
    }

    /** A number of the open transaction that no other one of the file has. */
    protected final long transactionNumber() {
        return envelope.transactionNumber();
    }

    /** Whether a record can stand in the transaction that is open. */
    protected boolean belongs(R record) {
        return true;
    }

    /** Writes what follows ST, for a transaction whose first record is given. */
    protected abstract void header(R first);

    /** Writes a record. */
    protected abstract void body(R record);

    /** Writes what stands before SE. */
    protected void footer() {}

    /** A literal in the delimiters of the stream. */
    protected final Literal literal(String usual) {
        return delimiters.literal(usual);
    }
}
