package io.github.clinicaldata.format.x12.validate;

/**
 * A file that was read, in order to answer it.
 *
 * @param report what was found
 * @param submission what it holds
 */
public record X12Reading(X12Report report, Submission submission) {}
