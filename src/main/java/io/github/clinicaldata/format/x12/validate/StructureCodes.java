package io.github.clinicaldata.format.x12.validate;

import io.xlate.edi.stream.EDIStreamValidationError;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The codes of findings for which a transaction is rejected as a whole. */
final class StructureCodes {
    private static final Set<String> ALL = all();

    private StructureCodes() {}

    private static Set<String> all() {
        Set<String> codes =
                new HashSet<>(
                        List.of(
                                "loop-missing",
                                "syntax-wrong",
                                "end-missing",
                                "segment-too-long",
                                "character-wrong",
                                "isa-length-wrong",
                                "control-number-twice",
                                "guide-unknown",
                                "guide-mismatch",
                                "set-wrong",
                                "functional-id-wrong",
                                "hl-number-wrong",
                                "hl-parent-unknown",
                                "hl-parent-missing",
                                "hl-parent-wrong",
                                "hl-child-flag-wrong",
                                "hl-children-missing"));
        for (EDIStreamValidationError error : EDIStreamValidationError.values()) {
            codes.add(codeOf(error));
        }
        return codes;
    }

    /** The code of what the schema finds. */
    static String codeOf(EDIStreamValidationError error) {
        return error.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a code is one of them. */
    static boolean has(String code) {
        return ALL.contains(code);
    }
}
