package io.github.clinicaldata.format.x12.answer;

import io.github.clinicaldata.format.x12.validate.Submission;
import io.github.clinicaldata.format.x12.validate.Verdict;
import java.util.List;

/**
 * Claim acknowledgments, 277 of 005010X214: one for each 837, which says of each claim whether it
 * goes on to the payer. A claim is rejected for what is wrong with itself, and every claim of a
 * transaction for what is wrong with its syntax and concerns no claim alone.
 */
public final class ClaimAcknowledgment {
    private static final String GUIDE = "005010X214";
    private static final String ACCEPTED = "A2:20";
    private static final String RECEIVED = "A1:19";
    private static final String UNREADABLE = "A3:122";

    /** Claims and their charges. */
    private static final class Sum {
        private long count;
        private long cents;

        void add(Submission.Claim claim) {
            count++;
            cents += claim.charge();
        }
    }

    private final AnswerWriter out = new AnswerWriter();
    private String day = "";
    private boolean allRejected;
    private long levels;

    private ClaimAcknowledgment() {}

    /** Whether a file has claims that can be answered. */
    public static boolean answers(Submission file) {
        return file.interchanges().stream().anyMatch(ClaimAcknowledgment::hasClaims);
    }

    private static boolean hasClaims(Submission.Interchange interchange) {
        return interchange.groups().stream().anyMatch(ClaimAcknowledgment::hasClaims);
    }

    private static boolean hasClaims(Submission.Group group) {
        return group.transactions().stream().anyMatch(ClaimAcknowledgment::hasClaims);
    }

    private static boolean hasClaims(Submission.Transaction transaction) {
        Submission.Batch batch = transaction.claims();
        return batch != null && !batch.providers().isEmpty();
    }

    /** The answer to a file that has claims. */
    public static byte[] of(Submission file) {
        ClaimAcknowledgment answer = new ClaimAcknowledgment();
        for (Submission.Interchange interchange : file.interchanges()) {
            if (hasClaims(interchange)) {
                answer.interchange(interchange);
            }
        }
        return answer.out.bytes();
    }

    private void interchange(Submission.Interchange interchange) {
        out.beginInterchange(interchange);
        for (Submission.Group group : interchange.groups()) {
            if (!hasClaims(group)) {
                continue;
            }
            out.beginGroup(interchange, group, "HN", GUIDE);
            day = Echo.day(group.date(), interchange.date());
            for (Submission.Transaction transaction : group.transactions()) {
                Submission.Batch batch = transaction.claims();
                if (batch != null && !batch.providers().isEmpty()) {
                    transaction(group, transaction, batch);
                }
            }
            out.endGroup();
        }
        out.endInterchange();
    }

    private void transaction(
            Submission.Group group, Submission.Transaction transaction, Submission.Batch batch) {
        allRejected =
                !transaction.whole()
                        || transaction.verdict() == Verdict.REJECTED && !batch.findings().isEmpty();
        levels = 0;
        String trace =
                Echo.number(group.control()) + "-" + Echo.text(transaction.control(), 4, 9, "0000");
        out.beginTransaction("277", GUIDE);
        out.segment("BHT", "0085", "08", trace, day, Echo.time(group.time()), "TH");
        long source = level("", "20", "1");
        Submission.Party receiver = batch.receiver();
        out.segment(
                "NM1",
                "AY",
                "2",
                Echo.text(receiver.last(), 1, 60, "SYNTHETIC CLEARINGHOUSE"),
                "",
                "",
                "",
                "",
                "46",
                Echo.text(receiver.id(), 2, 80, "SYNRECEIVER"));
        out.segment("TRN", "1", trace);
        out.segment("DTP", "050", "D8", day);
        out.segment("DTP", "009", "D8", day);
        submitter(batch, source);
        out.endTransaction();
    }

    /** Begins a level and tells its number. */
    private long level(String parent, String code, String child) {
        levels++;
        out.segment("HL", Long.toString(levels), parent, code, child);
        return levels;
    }

    private void submitter(Submission.Batch batch, long source) {
        long level = level(Long.toString(source), "21", "1");
        Submission.Party submitter = batch.submitter();
        out.segment(
                "NM1",
                "41",
                person(submitter) ? "1" : "2",
                Echo.text(submitter.last(), 1, 60, "UNKNOWN"),
                person(submitter) ? Echo.text(submitter.first(), 35) : "",
                "",
                "",
                "",
                "46",
                Echo.text(submitter.id(), 2, 80, "SYNSENDER"));
        out.segment("TRN", "2", Echo.text(batch.reference(), 1, 50, "0"));
        sums(batch.providers().stream().flatMap(each -> each.claims().stream()).toList(), true);
        batch.providers().forEach(each -> provider(each, level));
    }

    private static boolean person(Submission.Party party) {
        return party.type().equals("1");
    }

    private boolean isRejected(Submission.Claim claim) {
        return allRejected || !claim.findings().isEmpty();
    }

    /** Status, numbers and amounts of some claims. */
    private void sums(List<Submission.Claim> claims, boolean dated) {
        Sum accepted = new Sum();
        Sum rejected = new Sum();
        for (Submission.Claim claim : claims) {
            (isRejected(claim) ? rejected : accepted).add(claim);
        }
        out.segment(
                "STC",
                accepted.count == 0 ? UNREADABLE : RECEIVED,
                dated ? day : "",
                accepted.count == 0 ? "U" : "WQ",
                Echo.money(accepted.cents + rejected.cents));
        if (accepted.count > 0) {
            out.segment("QTY", dated ? "90" : "QA", Long.toString(accepted.count));
        }
        if (rejected.count > 0) {
            out.segment("QTY", dated ? "AA" : "QC", Long.toString(rejected.count));
        }
        if (accepted.count > 0) {
            out.segment("AMT", "YU", Echo.money(accepted.cents));
        }
        if (rejected.count > 0) {
            out.segment("AMT", "YY", Echo.money(rejected.cents));
        }
    }

    private void provider(Submission.Billing billing, long receiver) {
        long level = level(Long.toString(receiver), "19", "1");
        Submission.Party provider = billing.provider();
        String qualifier = provider.qualifier().equals("XX") ? "XX" : "FI";
        out.segment(
                "NM1",
                "85",
                person(provider) ? "1" : "2",
                Echo.text(provider.last(), 1, 60, "UNKNOWN"),
                person(provider) ? Echo.text(provider.first(), 35) : "",
                person(provider) ? Echo.text(provider.middle(), 25) : "",
                "",
                "",
                qualifier,
                Echo.text(provider.id(), 2, 80, "00"));
        out.segment("TRN", "1", "0");
        sums(billing.claims(), false);
        billing.claims().forEach(each -> claim(each, level));
    }

    private void claim(Submission.Claim claim, long provider) {
        level(Long.toString(provider), "PT", "");
        Submission.Party patient = claim.patient();
        out.segment(
                "NM1",
                "QC",
                "1",
                Echo.text(patient.last(), 1, 60, "UNKNOWN"),
                Echo.text(patient.first(), 35),
                Echo.text(patient.middle(), 25),
                "",
                "",
                patient.qualifier().equals("II") ? "II" : "MI",
                Echo.text(patient.id(), 2, 80, "00"));
        out.segment("TRN", "2", Echo.text(claim.number(), 1, 50, "0"));
        if (!isRejected(claim)) {
            status(claim, ACCEPTED, "WQ");
        } else if (claim.findings().isEmpty()) {
            status(claim, UNREADABLE, "U");
        } else {
            claim.findings().stream()
                    .map(ClaimStatusCodes::of)
                    .distinct()
                    .forEach(code -> status(claim, code, "U"));
        }
        if (!claim.bill().isEmpty()) {
            out.segment("REF", "BLT", Echo.text(claim.bill(), 1, 50, "0"));
        }
        if (!claim.from().isEmpty()) {
            boolean one = claim.from().equals(claim.to());
            out.segment(
                    "DTP",
                    "472",
                    one ? "D8" : "RD8",
                    one ? claim.from() : claim.from() + "-" + claim.to());
        }
    }

    private void status(Submission.Claim claim, String code, String action) {
        out.segment("STC", code, day, action, Echo.money(claim.charge()));
    }
}
