package io.github.clinicaldata.format.x12.validate;

/**
 * Something that is wrong in a file.
 *
 * @param segment the position of the segment in the file, from 1; 0 where there is none
 * @param tag the segment's tag, or empty
 * @param element the position of the element in the segment, or 0
 * @param component the position of the component in the element, or 0
 * @param loop the loop as the guide names it, or empty outside of a transaction
 * @param transaction the control number of the transaction, or empty
 * @param code what is wrong, in lower case with hyphens
 * @param message what is wrong, in a sentence
 */
public record Finding(
        long segment,
        String tag,
        int element,
        int component,
        String loop,
        String transaction,
        String code,
        String message) {}
