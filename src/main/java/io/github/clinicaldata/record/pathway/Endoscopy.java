package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Conclusion;

/**
 * An endoscopy at which tissue can be taken. Its report is made at each visit of the rule, or where
 * a procedure of the visit is done.
 *
 * @param seen what its report says
 * @param report the position of its report among those of the rule
 */
public record Endoscopy(Conclusion seen, int report) {}
