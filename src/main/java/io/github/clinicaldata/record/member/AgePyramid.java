package io.github.clinicaldata.record.member;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.person.Sex;

/** The shares of the population by sex and age group: {@code weights/age-pyramid.csv}. */
public final class AgePyramid {
    private final int[] from;
    private final int[] to;
    private final double[][] share;
    private final int[] groupOfAge = new int[AgeModel.OLDEST + 1];

    /** Reads the table. */
    public AgePyramid() {
        ReferenceTable table = ReferenceTable.read("weights/age-pyramid.csv");
        from = table.stream().mapToInt(row -> integer(row, "age_from")).toArray();
        to = table.stream().mapToInt(row -> integer(row, "age_to")).toArray();
        double[] women = table.stream().mapToDouble(row -> number(row, "female")).toArray();
        double[] men = table.stream().mapToDouble(row -> number(row, "male")).toArray();
        double sum = 0;
        for (int group = 0; group < from.length; group++) {
            sum += women[group] + men[group];
            for (int age = from[group]; age <= to[group]; age++) {
                groupOfAge[age] = group;
            }
        }
        share = new double[][] {women, men};
        for (double[] ofSex : share) {
            for (int group = 0; group < ofSex.length; group++) {
                ofSex[group] /= sum;
            }
        }
    }

    /** How many age groups there are. */
    public int groups() {
        return from.length;
    }

    /** The group of an age in years, 0 to 99. */
    public int group(int age) {
        return groupOfAge[age];
    }

    /** The first age of a group. */
    public int from(int group) {
        return from[group];
    }

    /** The last age of a group. */
    public int to(int group) {
        return to[group];
    }

    /** The share of all people who have this sex and age group. */
    public double share(Sex sex, int group) {
        return share[sex.ordinal()][group];
    }
}
