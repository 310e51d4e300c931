package io.github.clinicaldata.record.code;

import java.util.List;

/**
 * The values of an analyte that is no quantity.
 *
 * @param fixed whether a person always has the same
 * @param numeric whether the values are numbers, to be given as a quantity
 * @param values in the order of the file
 * @param groups whose shares differ, those of conditions first; the last one is everybody
 */
public record CodedValues(
        boolean fixed, boolean numeric, List<CodedValue> values, List<CodedShares> groups) {}
