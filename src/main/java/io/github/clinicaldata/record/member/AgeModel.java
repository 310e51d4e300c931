package io.github.clinicaldata.record.member;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;

/**
 * How the ages within a household depend on each other. Each rule stands here twice, side by side:
 * as a draw, and as the expected numbers that {@link HouseholdTemplates} is fitted with.
 */
final class AgeModel {
    static final int ADULT = 18;
    static final int OLDEST = 99;
    static final int OLDEST_CHILD = 25;
    static final int YOUNGEST_MOTHER = 15;

    /** Beyond this age a mother of somebody under 26 is counted as this old. */
    private static final int OLDEST_MOTHER = 70;

    private static final int OTHER_SPREAD = 8;
    private static final int PARENT_OLDER_FROM = 20;
    private static final int PARENT_OLDER_TO = 35;

    /** Share of boys at birth: 1,048 boys to 1,000 girls (NCHS, Births: Final Data). */
    static final double BOYS = 0.5117;

    /** Share of couples of one sex (Census Bureau, America's Families, table UC3; approximate). */
    static final double SAME_SEX = 0.017;

    /** Share of women among parents who live with their child (Census, table AD1; approximate). */
    static final double MOTHERS_AMONG_PARENTS = 0.70;

    private final int[] differences;
    private final AliasTable differenceWeights;
    private final AliasTable[] childAges = new AliasTable[OLDEST_MOTHER + 1];

    AgeModel() {
        ReferenceTable spouses = ReferenceTable.read("weights/spouse-age-differences.csv");
        differences = spouses.stream().mapToInt(row -> integer(row, "difference")).toArray();
        differenceWeights =
                AliasTable.of(spouses.stream().mapToDouble(row -> number(row, "weight")).toArray());
        double[] births = new double[OLDEST_MOTHER + 1];
        ReferenceTable.read("weights/mother-age-at-birth.csv").stream()
                .forEach(
                        row -> {
                            int from = integer(row, "age_from");
                            int to = integer(row, "age_to");
                            for (int age = from; age <= to; age++) {
                                births[age] = number(row, "weight") / (to - from + 1);
                            }
                        });
        for (int mother = ADULT; mother <= OLDEST_MOTHER; mother++) {
            double[] weights = new double[OLDEST_CHILD + 1];
            for (int child = 0; child <= Math.min(OLDEST_CHILD, mother - 1); child++) {
                weights[child] = births[mother - child];
            }
            childAges[mother] = AliasTable.of(weights);
        }
    }

    /** The spouse's age: husbands are older by the difference, between any two partners. */
    int spouseAge(int headAge, Sex headSex, RandomStream stream) {
        return spouseAge(headAge, headSex, differences[differenceWeights.pick(stream)]);
    }

    private static int spouseAge(int headAge, Sex headSex, int difference) {
        int age = headSex == Sex.MALE ? headAge - difference : headAge + difference;
        return Math.min(OLDEST, Math.max(ADULT, age));
    }

    /**
     * The age at which the mother of a household's children is counted, who has no partner there.
     */
    static int motherAge(int headAge) {
        return Math.min(OLDEST_MOTHER, Math.max(ADULT, headAge));
    }

    /**
     * The same in a couple: the younger partner's, so that neither is too young for the children.
     */
    static int motherAge(int headAge, int spouseAge) {
        return motherAge(Math.min(headAge, spouseAge));
    }

    int childAge(int motherAge, RandomStream stream) {
        return childAges[motherAge].pick(stream);
    }

    static int parentAge(int headAge, RandomStream stream) {
        return Math.min(OLDEST, headAge + stream.between(PARENT_OLDER_FROM, PARENT_OLDER_TO));
    }

    static int otherAge(int headAge, RandomStream stream) {
        return clampedAdult(headAge + stream.between(-OTHER_SPREAD, OTHER_SPREAD));
    }

    private static int clampedAdult(int age) {
        return Math.min(OLDEST, Math.max(ADULT, age));
    }

    /** Adds the people that a household of this kind has on average to counts by sex and age. */
    void expect(
            HouseholdType type, int size, int headAge, Sex headSex, double weight, double[][] to) {
        to[headSex.ordinal()][headAge] += weight;
        int children = type.children(size);
        if (type.partners() == 2) {
            expectCouple(headAge, headSex, weight, children, to);
        } else {
            expectChildren(motherAge(headAge), weight * children, to);
        }
        if (type.hasParent()) {
            int spread = PARENT_OLDER_TO - PARENT_OLDER_FROM + 1;
            for (int older = PARENT_OLDER_FROM; older <= PARENT_OLDER_TO; older++) {
                int age = Math.min(OLDEST, headAge + older);
                to[0][age] += weight * MOTHERS_AMONG_PARENTS / spread;
                to[1][age] += weight * (1 - MOTHERS_AMONG_PARENTS) / spread;
            }
        }
        int others = type.others(size);
        for (int difference = -OTHER_SPREAD;
                others > 0 && difference <= OTHER_SPREAD;
                difference++) {
            double each = weight * others / (2 * OTHER_SPREAD + 1) / 2;
            to[0][clampedAdult(headAge + difference)] += each;
            to[1][clampedAdult(headAge + difference)] += each;
        }
    }

    private void expectCouple(
            int headAge, Sex headSex, double weight, int children, double[][] to) {
        for (int i = 0; i < differences.length; i++) {
            int spouseAge = spouseAge(headAge, headSex, differences[i]);
            for (Sex spouseSex : Sex.values()) {
                double share =
                        weight
                                * differenceWeights.share(i)
                                * (spouseSex == headSex ? SAME_SEX : 1 - SAME_SEX);
                to[spouseSex.ordinal()][spouseAge] += share;
                expectChildren(motherAge(headAge, spouseAge), share * children, to);
            }
        }
    }

    private void expectChildren(int motherAge, double weight, double[][] to) {
        for (int age = 0; weight > 0 && age <= OLDEST_CHILD; age++) {
            double share = weight * childAges[motherAge].share(age);
            to[Sex.MALE.ordinal()][age] += share * BOYS;
            to[Sex.FEMALE.ordinal()][age] += share * (1 - BOYS);
        }
    }
}
