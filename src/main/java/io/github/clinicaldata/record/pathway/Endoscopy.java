package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Conclusion;

/**
 * An endoscopy at which tissue can be taken.
 *
 * @param seen what its report says
 * @param procedure the position, among the visit's procedures, of the one that it is: it is made
 *     where that is done; -1 where it is always made
 */
public record Endoscopy(Conclusion seen, int procedure) {}
