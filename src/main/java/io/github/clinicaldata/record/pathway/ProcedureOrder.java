package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Procedure;
import java.util.List;

/**
 * A procedure during a hospital stay.
 *
 * @param codes the codes that it can have, one of which is chosen by weight
 * @param share of the stays, 0 to 1
 * @param limits for whom
 */
public record ProcedureOrder(List<Procedure> codes, double share, Limits limits) {
    /** The key of the procedure. */
    public String key() {
        return codes.get(0).key();
    }
}
