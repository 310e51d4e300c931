package io.github.clinicaldata.record.health;

import io.github.clinicaldata.record.code.Tissue;
import io.github.clinicaldata.record.pathway.Endoscopy;
import io.github.clinicaldata.record.pathway.ReportOrder;
import io.github.clinicaldata.record.random.Mixer;
import java.util.List;

/**
 * Decides what is taken out at a visit, so that procedures, bills, and the reports of the endoscopy
 * and of the pathologist agree: a pure function of the visit and the age.
 */
public final class TakenTissue {
    private static final long WORDING = 0x776f7264L;
    private static final int MONTHS = 12;

    private TakenTissue() {}

    /** The uniform number that decides on the wordings of all reports of a visit. */
    public static double wording(Visit visit) {
        return Uniforms.of(visit.key(), WORDING);
    }

    /**
     * What is taken out.
     *
     * @param age of the member at the visit, in whole years
     */
    public static Tissue of(Visit visit, int age) {
        Endoscopy endoscopy = visit.rule().endoscopy();
        if (endoscopy != null) {
            int procedure = visit.rule().reports().get(endoscopy.report()).procedure();
            if (procedure >= 0 && !GivenServices.isDone(visit, procedure)) {
                return Tissue.NONE;
            }
            return endoscopy
                    .seen()
                    .wording(
                            visit.diagnosis().code().toString(),
                            age * MONTHS,
                            followedBy -> false,
                            wording(visit))
                    .takes();
        }
        List<ReportOrder> orders = visit.rule().reports();
        for (int i = 0; i < orders.size(); i++) {
            ReportOrder order = orders.get(i);
            if (order.pathology() && Uniforms.of(reportKey(visit, i), 1) < order.share()) {
                return Tissue.SAMPLE;
            }
        }
        return Tissue.NONE;
    }

    /** The key of the report at a position among those of the visit's rule. */
    static long reportKey(Visit visit, int position) {
        return Mixer.combine(visit.key(), 100L + position);
    }
}
