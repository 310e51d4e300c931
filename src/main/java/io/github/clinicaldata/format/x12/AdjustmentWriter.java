package io.github.clinicaldata.format.x12;

import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.Adjustment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes why a charge is not paid: a CAS for each group of adjustments that follow each other. */
final class AdjustmentWriter {
    private final SegmentWriter out;
    private final Literal cas;

    AdjustmentWriter(SegmentWriter out, Delimiters delimiters) {
        this.out = out;
        cas = delimiters.literal("CAS*");
    }

    /**
     * Writes adjustments.
     *
     * @param reason written instead of their own reasons, or null
     */
    void write(List<Adjustment> adjustments, @Nullable Text reason) {
        Text last = null;
        for (int i = 0; i < adjustments.size(); i++) {
            Adjustment each = adjustments.get(i);
            if (each.group().equals(last)) {
                // the quantity of the reason before stays empty
                out.skip(2);
            } else {
                if (last != null) {
                    out.end();
                }
                out.begin(cas).code(each.group()).next();
                last = each.group();
            }
            out.code(reason == null ? each.reason() : reason).next().money(each.amount());
        }
        if (last != null) {
            out.end();
        }
    }
}
