package io.github.clinicaldata.record.vaccine;

/**
 * An age or an interval as schedules write it: {@code 6 weeks}, {@code 11 years 6 months}.
 *
 * <p>Months and years are those of the calendar: somebody is 12 months old on the first birthday.
 *
 * @param months years and months, at least 0
 * @param days weeks and days beyond the months, at least 0
 */
record Age(int months, int days) {
    private static final int MONTHS = 12;
    private static final int WEEK = 7;

    /**
     * Reads an age.
     *
     * @throws IllegalArgumentException when it is not written as numbers and units
     */
    static Age parse(String text) {
        String[] words = text.strip().split(" +", -1);
        if (words.length % 2 != 0) {
            throw new IllegalArgumentException("No age: " + text);
        }
        int months = 0;
        int days = 0;
        for (int i = 0; i < words.length; i += 2) {
            int count = Integer.parseInt(words[i]);
            switch (words[i + 1]) {
                case "year", "years" -> months += MONTHS * count;
                case "month", "months" -> months += count;
                case "week", "weeks" -> days += WEEK * count;
                case "day", "days" -> days += count;
                default -> throw new IllegalArgumentException("No unit of age: " + text);
            }
        }
        return new Age(months, days);
    }

    /** The day, since 1970-01-01, so long after another. */
    int after(int day) {
        return (months == 0 ? day : Days.plusMonths(day, months)) + days;
    }
}
