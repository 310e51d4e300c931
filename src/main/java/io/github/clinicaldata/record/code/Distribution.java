package io.github.clinicaldata.record.code;

import java.util.List;

/**
 * How the results of an analyte are distributed that is a quantity.
 *
 * @param log whether spreads are those of the natural logarithm
 * @param interpolated whether means run evenly from the middle of one row of ages to the next
 * @param min the least result
 * @param max the greatest result
 * @param within the usual spread of one person's results
 * @param normal of people without any of the conditions; empty where all is derived
 * @param effects of conditions, the most decisive first
 */
public record Distribution(
        boolean log,
        boolean interpolated,
        double min,
        double max,
        double within,
        List<AnalyteRow> normal,
        List<AnalyteEffect> effects) {}
