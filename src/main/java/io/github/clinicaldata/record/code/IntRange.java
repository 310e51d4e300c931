package io.github.clinicaldata.record.code;

/**
 * Whole numbers from one to another, both included, as data files write them: {@code 18-64}, or a
 * single number.
 *
 * @param low the first
 * @param high the last, not below the first
 */
public record IntRange(int low, int high) {
    /** Refuses a range that ends before it begins. */
    public IntRange {
        if (low > high) {
            throw new IllegalArgumentException(low + "-" + high + " ends before it begins");
        }
    }

    /** Reads a range. */
    public static IntRange parse(String text) {
        String[] parts = text.split("-", 2);
        int low = Integer.parseInt(parts[0].strip());
        return new IntRange(low, parts.length == 1 ? low : Integer.parseInt(parts[1].strip()));
    }

    /** Whether a number is in the range. */
    public boolean contains(int number) {
        return number >= low && number <= high;
    }
}
