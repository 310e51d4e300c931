package io.github.clinicaldata.format.x12.validate;

import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import org.jspecify.annotations.Nullable;

/** Says in words what the schema finds. */
final class Messages {
    private Messages() {}

    static String of(EDIStreamValidationError type, @Nullable String tag, EDIStreamReader reader) {
        return switch (type) {
            case UNRECOGNIZED_SEGMENT_ID, SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET ->
                    "There is no segment " + tag + " in this transaction";
            case UNEXPECTED_SEGMENT, SEGMENT_NOT_IN_PROPER_SEQUENCE ->
                    "The segment " + tag + " does not belong here";
            case MANDATORY_SEGMENT_MISSING, IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE ->
                    "The segment " + tag + " is missing before this";
            case LOOP_OCCURS_OVER_MAXIMUM_TIMES, SEGMENT_EXCEEDS_MAXIMUM_USE ->
                    "The segment " + tag + " comes too often";
            case IMPLEMENTATION_UNUSED_SEGMENT_PRESENT ->
                    "The guide has no segment " + tag + " here, or none with this qualifier";
            case REQUIRED_DATA_ELEMENT_MISSING, CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING ->
                    "The element is missing";
            case TOO_MANY_DATA_ELEMENTS, TOO_MANY_COMPONENTS, TOO_MANY_REPETITIONS ->
                    "The segment has more here than it may";
            case IMPLEMENTATION_UNUSED_DATA_ELEMENT_PRESENT -> "The guide does not use the element";
            case DATA_ELEMENT_TOO_SHORT -> "The value is too short";
            case DATA_ELEMENT_TOO_LONG -> "The value is too long";
            case INVALID_CHARACTER_DATA -> "The value has characters that it may not have";
            case INVALID_CODE_VALUE, IMPLEMENTATION_INVALID_CODE_VALUE ->
                    "The code is none of those that are allowed";
            case INVALID_DATE -> "The value is no date";
            case INVALID_TIME -> "The value is no time";
            case CONTROL_REFERENCE_MISMATCH ->
                    "The control number is not that of the segment that begins this";
            case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT -> "The count is wrong";
            default -> type.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        };
    }
}
