package io.github.clinicaldata.record.pathway;

/**
 * A laboratory panel, an image or another examination that is ordered.
 *
 * @param panel its key in {@code codes/panels.yaml}
 * @param share of the visits, 0 to 1
 * @param limits for whom
 * @param procedure the position, among the procedures of a stay, of the one that it reports: it is
 *     made where that is done; -1 for none
 * @param pathology whether it is of tissue that is taken at the visit: it is made where some is
 */
public record ReportOrder(
        String panel, double share, Limits limits, int procedure, boolean pathology) {}
