package io.github.clinicaldata.format.hl7v2.validate;

/**
 * Something that is wrong in a file.
 *
 * @param message the position of the message in the file, from 1
 * @param controlId MSH-10 of the message, or empty
 * @param segment the tag of the segment, or empty where it is the whole message
 * @param occurrence which of the segments with this tag, from 1; 0 where there is none
 * @param field the position of the field, or 0
 * @param component the position of the component, or 0
 * @param severity how bad it is
 * @param code what is wrong, in lower case with hyphens
 * @param text what is wrong, in a sentence
 */
public record Finding(
        long message,
        String controlId,
        String segment,
        int occurrence,
        int field,
        int component,
        Severity severity,
        String code,
        String text) {}
