package io.github.clinicaldata.record.pathway;

/**
 * A laboratory panel, an image or another examination that is ordered.
 *
 * @param panel its key in {@code codes/panels.yaml}
 * @param share of the visits, 0 to 1
 * @param limits for whom
 */
public record ReportOrder(String panel, double share, Limits limits) {}
