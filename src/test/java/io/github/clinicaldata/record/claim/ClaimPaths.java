package io.github.clinicaldata.record.claim;

import java.util.Set;
import java.util.TreeSet;

/** The paths of what a payer does with a claim as time goes on. */
final class ClaimPaths {
    private static final int LINES = 40;
    private static final int ADJUSTMENTS = 4;
    private static final int STEPS = 6;

    private ClaimPaths() {}

    /** Paths of fields that a later day makes known or moves on. */
    static Set<String> becomeKnown() {
        Set<String> paths = new TreeSet<>();
        paths.add("status");
        for (String field :
                new String[] {
                    "date",
                    "payment_date",
                    "allowed",
                    "contractual",
                    "deductible",
                    "copay",
                    "coinsurance",
                    "not_covered",
                    "member",
                    "paid",
                    "denial",
                    "deductible_met",
                    "out_of_pocket_met",
                    "family_deductible_met",
                    "family_out_of_pocket_met"
                }) {
            paths.add("decision." + field);
        }
        for (int step = 0; step < STEPS; step++) {
            paths.add("status_history." + step + ".status");
            paths.add("status_history." + step + ".date");
        }
        for (int line = 0; line < LINES; line++) {
            addLine("lines." + line + ".adjudication.", paths);
        }
        return paths;
    }

    private static void addLine(String prefix, Set<String> paths) {
        for (String field :
                new String[] {
                    "allowed", "deductible", "copay", "coinsurance", "not_covered", "paid"
                }) {
            paths.add(prefix + field);
        }
        for (int i = 0; i < ADJUSTMENTS; i++) {
            for (String field : new String[] {"group", "reason", "amount", "remark"}) {
                paths.add(prefix + "adjustments." + i + "." + field);
            }
        }
    }
}
