package io.github.clinicaldata.record.code;

import java.util.List;

/**
 * What a condition does to a result.
 *
 * @param condition the key of a pathway, or a category of them
 * @param rows of which the first that fits counts
 */
public record AnalyteEffect(String condition, List<AnalyteRow> rows) {}
