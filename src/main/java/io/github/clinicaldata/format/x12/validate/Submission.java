package io.github.clinicaldata.format.x12.validate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, as far as an answer to it needs to know. Empty values stand for what is not
 * there; none is checked but where it says so.
 *
 * @param interchanges in the order of the file
 * @param left what was left out because the file holds too many: groups, transaction sets, claims
 *     or findings
 */
public record Submission(List<Interchange> interchanges, Set<String> left) {
    /** Groups that are kept of a file. */
    public static final int MOST_GROUPS = 1_000;

    /** Transactions that are kept of a file. */
    public static final int MOST_TRANSACTIONS = 10_000;

    /** Claims that are kept of a file. */
    public static final int MOST_CLAIMS = 10_000;

    /**
     * An interchange, by its ISA.
     *
     * @param date of ISA09, YYMMDD
     * @param time of ISA10, HHMM
     * @param control of ISA13
     * @param usage of ISA15
     */
    public record Interchange(
            String senderQualifier,
            String sender,
            String receiverQualifier,
            String receiver,
            String date,
            String time,
            String control,
            String usage,
            List<Group> groups) {}

    /**
     * A functional group, by its GS and GE.
     *
     * @param functional of GS01
     * @param date of GS04, CCYYMMDD
     * @param time of GS05
     * @param control of GS06
     * @param guide of GS08
     * @param included how many transactions GE says there are; empty without a GE
     * @param received how many there are
     * @param transactions the transactions
     * @param findings what is wrong with GS and GE
     */
    public record Group(
            String functional,
            String sender,
            String receiver,
            String date,
            String time,
            String control,
            String guide,
            String included,
            long received,
            List<Transaction> transactions,
            List<Finding> findings) {}

    /**
     * A transaction.
     *
     * @param set of ST01
     * @param control of ST02
     * @param guide of ST03
     * @param position of ST in the file
     * @param whole whether it has an SE
     * @param findings what is wrong with it, as far as findings are kept
     * @param claims what an 837 holds, or null for other sets
     */
    public record Transaction(
            String set,
            String control,
            String guide,
            long position,
            boolean whole,
            Verdict verdict,
            List<Finding> findings,
            @Nullable Batch claims) {}

    /**
     * The claims of a transaction.
     *
     * @param reference of BHT03
     * @param findings what is wrong and concerns no claim alone
     */
    public record Batch(
            String reference,
            Party submitter,
            Party receiver,
            List<Billing> providers,
            List<Finding> findings) {}

    /** A billing provider and the claims. */
    public record Billing(Party provider, List<Claim> claims) {}

    /**
     * Somebody, by an NM1.
     *
     * @param type 1 for a person, 2 for others
     * @param last the last name, or that of an organization
     * @param qualifier what the id is
     */
    public record Party(
            String type, String last, String first, String middle, String qualifier, String id) {
        static final Party NOBODY = new Party("", "", "", "", "", "");
    }

    /**
     * A claim.
     *
     * @param position of its first segment in the file, which may be the HL of the patient
     * @param number of CLM01
     * @param charge in cents
     * @param bill type of bill and frequency of an institutional claim, or empty
     * @param from the first day of service, CCYYMMDD, or empty
     * @param to the last one
     * @param findings what is wrong with it
     */
    public record Claim(
            long position,
            String number,
            long charge,
            Party patient,
            String bill,
            String from,
            String to,
            List<Finding> findings) {}

    /** How many groups there are. */
    public long groups() {
        return interchanges.stream().mapToLong(each -> each.groups().size()).sum();
    }
}
