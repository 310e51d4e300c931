package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.record.DigitPattern;

/**
 * Interchanges, groups and transactions of one stream, with their control numbers and counts. The
 * numbers of interchanges and groups begin at one that follows from the population, the set and the
 * first index, and go up by one; those of transactions begin at 1. So each is unique within a file.
 */
final class Envelope {
    private static final DigitPattern NINE = DigitPattern.of("#########");
    private static final DigitPattern FOUR = DigitPattern.of("####");
    private static final DigitPattern DATE = DigitPattern.of("########");
    private static final DigitPattern SHORT_DATE = DigitPattern.of("######");
    private static final int MOST = 999_999_999;
    private static final int FOUR_DIGITS = 10_000;

    /** Who sends and who receives all files: nobody real. */
    private static final String SENDER = "SYNSENDER";

    private static final String RECEIVER = "SYNRECEIVER";

    private final SegmentWriter out;
    private final long base;
    private final long day;
    private final long perGroup;
    private final long perInterchange;
    private final Literal isa;
    private final Literal isaAfterDate;
    private final Literal isaAfterNumber;
    private final Literal gs;
    private final Literal gsAfterDate;
    private final Literal gsAfterNumber;
    private final Literal st;
    private final Literal stAfterNumber;
    private final Literal se;
    private final Literal ge;
    private final Literal iea;

    private long interchanges;
    private long groupsSoFar;
    private long transactionsSoFar;
    private long groups;
    private long transactions;
    private boolean inGroup;
    private boolean inTransaction;

    /**
     * Prepares the envelopes.
     *
     * @param functional what GS01 says
     * @param set the number of the set, such as 837
     * @param guide what GS08 and ST03 say
     */
    Envelope(
            SegmentWriter out,
            Delimiters delimiters,
            StreamContext context,
            String functional,
            String set,
            String guide) {
        this.out = out;
        FormatOptions options = context.options();
        perGroup = options.number(X12Options.PER_GROUP);
        perInterchange = options.number(X12Options.PER_INTERCHANGE);
        base = base(context, set + guide);
        day = context.population().asOf().toEpochDay();
        isa =
                delimiters.literal(
                        "ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*"
                                .formatted(SENDER, RECEIVER));
        isaAfterDate = delimiters.literal("*0000*^*00501*");
        String usage = options.text(X12Options.USAGE);
        isaAfterNumber = delimiters.literal("*0*" + usage + "*:~");
        gs = delimiters.literal("GS*" + functional + "*" + SENDER + "*" + RECEIVER + "*");
        gsAfterDate = delimiters.literal("*0000*");
        gsAfterNumber = delimiters.literal("*X*" + guide + "~");
        st = delimiters.literal("ST*" + set + "*");
        // acknowledgements apart, each set of these guides says its guide again
        stAfterNumber = delimiters.literal(guide.equals("005010X221A1") ? "~" : "*" + guide + "~");
        se = delimiters.literal("SE*");
        ge = delimiters.literal("GE*");
        iea = delimiters.literal("IEA*");
    }

    private static long base(StreamContext context, String set) {
        long population = Long.parseUnsignedLong(context.population().fingerprint(), 16);
        return Math.floorMod(population ^ set.hashCode() * 0x9E3779B9L, (long) MOST)
                + context.firstIndex() % MOST;
    }

    /** The number of the transaction that is open, unique within the file. */
    long transactionNumber() {
        return transactionsSoFar;
    }

    /** The control number of the interchange that is open. */
    long interchangeNumber() {
        return number(interchanges);
    }

    private long number(long ordinal) {
        return 1 + (base + ordinal - 1) % MOST;
    }

    /** Begins the first interchange. */
    void begin(ByteSink sink) {
        interchanges++;
        groups = 0;
        sink.write(isa);
        sink.write(SHORT_DATE, SegmentWriter.yearMonthDay(day) % 1_000_000);
        sink.write(isaAfterDate);
        sink.write(NINE, number(interchanges));
        sink.write(isaAfterNumber);
    }

    /** Begins a transaction, and a group and an interchange where they are due. */
    void beginTransaction(ByteSink sink) {
        if (inGroup && transactions >= perGroup) {
            endGroup(sink);
        }
        if (!inGroup) {
            if (groups >= perInterchange) {
                endInterchange(sink);
                begin(sink);
            }
            beginGroup(sink);
        }
        inTransaction = true;
        transactions++;
        transactionsSoFar++;
        out.resetCount();
        out.begin(st);
        writeTransactionNumber(sink);
        sink.write(stAfterNumber);
    }

    private void beginGroup(ByteSink sink) {
        inGroup = true;
        groups++;
        groupsSoFar++;
        transactions = 0;
        sink.write(gs);
        sink.write(DATE, SegmentWriter.yearMonthDay(day));
        sink.write(gsAfterDate);
        sink.writeDecimal(number(groupsSoFar));
        sink.write(gsAfterNumber);
    }

    private void writeTransactionNumber(ByteSink sink) {
        if (transactionsSoFar < FOUR_DIGITS) {
            sink.write(FOUR, transactionsSoFar);
        } else {
            sink.writeDecimal(transactionsSoFar);
        }
    }

    /** Whether a transaction is open. */
    boolean inTransaction() {
        return inTransaction;
    }

    /** Ends the transaction that is open. */
    void endTransaction(ByteSink sink) {
        inTransaction = false;
        long count = out.segments() + 1;
        out.begin(se).number(count).next();
        out.literal(Literal.EMPTY);
        writeTransactionNumber(sink);
        out.end();
    }

    private void endGroup(ByteSink sink) {
        inGroup = false;
        out.begin(ge).number(transactions).next().number(number(groupsSoFar)).end();
    }

    private void endInterchange(ByteSink sink) {
        out.begin(iea).number(groups).next().digits(NINE, number(interchanges)).end();
    }

    /** Ends whatever is open. */
    void end(ByteSink sink) {
        if (inTransaction) {
            endTransaction(sink);
        }
        if (inGroup) {
            endGroup(sink);
        }
        endInterchange(sink);
    }
}
