package io.github.clinicaldata.plan;

/**
 * How far a request goes.
 *
 * @param indexes that are looked at, in order
 * @param count how many records are given at most; {@code Long.MAX_VALUE} when the indexes say
 */
record Extent(IndexSequence indexes, long count) {}
