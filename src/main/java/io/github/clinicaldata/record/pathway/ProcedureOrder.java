package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.Procedure;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A procedure during a hospital stay.
 *
 * @param codes the codes that it can have, one of which is chosen by weight
 * @param share of the stays, 0 to 1
 * @param limits for whom
 * @param drgs the MS-DRG of stays with it, by the first characters of the principal diagnosis, of
 *     which the most that fit decide; empty where it is that of the stay
 */
public record ProcedureOrder(
        List<Procedure> codes, double share, Limits limits, SortedMap<String, DrgGroup> drgs) {
    /** The key of the procedure. */
    public String key() {
        return codes.get(0).key();
    }

    /** The MS-DRG of a stay with it, or null where it is that of the stay without it. */
    public @Nullable DrgGroup drg(Diagnosis principal) {
        DrgGroup found = null;
        // of codes that begin alike the longest comes last
        for (Map.Entry<String, DrgGroup> each : drgs.entrySet()) {
            if (principal.code().toString().startsWith(each.getKey())) {
                found = each.getValue();
            }
        }
        return found;
    }

    /** Whether there is the time for it. */
    public boolean fits(int minutes) {
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).minutes().low() <= minutes) {
                return true;
            }
        }
        return false;
    }
}
