package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.filter.Filters;
import java.time.LocalDate;
import java.util.List;

/**
 * A vaccine that a series uses, and when.
 *
 * @param product the vaccine
 * @param weight how common it is among those that fit
 * @param doses the dose numbers that it is for
 * @param ages in whole years
 * @param youngest the least age in days
 * @param oldest the greatest age in days
 * @param from the first day of use, since 1970-01-01
 * @param to the last day of use
 * @param rules the rules of dose that hold for who begins with it, in order; empty for all
 */
record Offer(
        Product product,
        double weight,
        IntRange doses,
        IntRange ages,
        int youngest,
        int oldest,
        int from,
        int to,
        List<Integer> rules) {
    private static final IntRange ANY_DOSE = new IntRange(1, 99);
    private static final IntRange ANY_AGE = new IntRange(0, Filters.OLDEST);

    /** Reads the products of a series. */
    static List<Offer> read(YamlNode series, Products products) {
        List<Offer> offers = series.list("products").stream().map(n -> one(n, products)).toList();
        if (offers.isEmpty() || offers.size() > Long.SIZE) {
            throw series.error("needs 1 to " + Long.SIZE + " products");
        }
        return offers;
    }

    private static Offer one(YamlNode node, Products products) {
        node.allowOnly(
                "vaccine", "weight", "of_doses", "ages", "below", "above", "from", "to", "rules");
        Product product = products.of(node.text("vaccine"));
        return new Offer(
                product,
                node.number("weight"),
                node.range("of_doses", ANY_DOSE),
                node.range("ages", ANY_AGE),
                node.has("above") ? Age.parse(node.text("above")).days() : 0,
                node.has("below") ? Age.parse(node.text("below")).days() - 1 : Integer.MAX_VALUE,
                Math.max(product.from(), day(node, "from", Integer.MIN_VALUE)),
                Math.min(product.to(), day(node, "to", Integer.MAX_VALUE)),
                node.texts("rules").stream().map(Integer::valueOf).toList());
    }

    /** The day of a key, since 1970-01-01, or another where there is none. */
    static int day(YamlNode node, String key, int otherwise) {
        return node.has(key) ? (int) LocalDate.parse(node.text(key)).toEpochDay() : otherwise;
    }

    /** Whether it can be given to somebody. */
    boolean fits(int number, int day, int ageYears, int ageDays) {
        return day >= from
                && day <= to
                && doses.contains(number)
                && ages.contains(ageYears)
                && ageDays >= youngest
                && ageDays <= oldest;
    }
}
