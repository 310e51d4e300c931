package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.ClaimLine;

/** Writes what a line of 837 gives: loop 2410 with the NDC and how much of it. */
final class DoseWriter {
    private final SegmentWriter out;
    private final Literal drug;
    private final Literal quantity;

    DoseWriter(SegmentWriter out, Delimiters delimiters) {
        this.out = out;
        drug = delimiters.literal("LIN**N4*");
        quantity = delimiters.literal("CTP****");
    }

    /** The drug of a line; nothing where it gives none. */
    void line(ClaimLine line) {
        Text ndc = line.ndc();
        Text unit = line.ndcUnit();
        if (ndc != null && unit != null) {
            out.begin(drug).code(ndc).end();
            out.begin(quantity).decimal(Math.abs(line.ndcQuantity()), 1).next().code(unit).end();
        }
    }
}
