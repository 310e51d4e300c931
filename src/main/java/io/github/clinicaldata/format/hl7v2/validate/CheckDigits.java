package io.github.clinicaldata.format.hl7v2.validate;

/** The check digits of NPIs and LOINC codes. */
final class CheckDigits {
    private static final int NPI_DIGITS = 10;

    /** What the prefix 80840 adds to the sum of the Luhn formula. */
    private static final int NPI_PREFIX = 24;

    private CheckDigits() {}

    /** Whether a text is ten digits whose last one is right (Luhn with the prefix 80840). */
    static boolean isNpi(String text) {
        return text.length() == NPI_DIGITS
                && Times.isDigits(text, 0, NPI_DIGITS)
                && (luhn(text) + NPI_PREFIX) % 10 == 0;
    }

    /** Whether a text is digits, a hyphen and the right check digit (Luhn). */
    static boolean isLoinc(String text) {
        int hyphen = text.indexOf('-');
        return hyphen > 0
                && hyphen == text.length() - 2
                && Times.isDigits(text, 0, hyphen)
                && Times.isDigits(text, hyphen + 1, text.length())
                && luhn(text.substring(0, hyphen) + text.charAt(hyphen + 1)) % 10 == 0;
    }

    /** The sum of the digits, every second one from the right doubled. */
    private static int luhn(String digits) {
        int sum = 0;
        boolean doubled = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = doubled ? 2 * digit : digit;
            sum += value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return sum;
    }
}
