package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.AnalyteRow;
import io.github.clinicaldata.record.code.Distribution;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.person.Sex;
import java.util.List;

/**
 * Means and spreads that run evenly from the middle of one row of ages to the next, so that
 * children grow from day to day and nobody shrinks on a birthday. Immutable.
 */
final class Growth {
    private static final double MONTHS = 12;

    /** How long an open last row counts, in months. */
    private static final int OPEN = 30 * 12;

    private final double[][] ages = new double[Sex.values().length][];
    private final double[][] means = new double[Sex.values().length][];
    private final double[][] sds = new double[Sex.values().length][];

    Growth(Distribution distribution) {
        for (Sex sex : Sex.values()) {
            List<AnalyteRow> rows =
                    distribution.normal().stream()
                            .filter(row -> row.sex() == null || row.sex() == sex)
                            .toList();
            int i = sex.ordinal();
            ages[i] = rows.stream().mapToDouble(row -> middle(row.months())).toArray();
            means[i] = rows.stream().mapToDouble(AnalyteRow::mean).toArray();
            sds[i] = rows.stream().mapToDouble(AnalyteRow::sd).toArray();
            for (int row = 1; row < rows.size(); row++) {
                if (ages[i][row] <= ages[i][row - 1]) {
                    throw new IllegalStateException("Rows of ages must ascend: " + rows);
                }
            }
        }
    }

    private static double middle(IntRange months) {
        int end = months.high() == Integer.MAX_VALUE ? months.low() + OPEN : months.high() + 1;
        return (months.low() + end) / (2 * MONTHS);
    }

    /** The row of the middle before an age, at most the last but one. */
    private int before(Patient patient) {
        double[] of = ages[patient.sex.ordinal()];
        int row = 0;
        while (row < of.length - 2 && of[row + 1] <= patient.age) {
            row++;
        }
        return row;
    }

    private double at(double[][] numbers, Patient patient) {
        int sex = patient.sex.ordinal();
        double[] of = ages[sex];
        int row = before(patient);
        double age = Math.min(patient.age, of[of.length - 1]);
        double part = (age - of[row]) / (of[row + 1] - of[row]);
        return numbers[sex][row] + part * (numbers[sex][row + 1] - numbers[sex][row]);
    }

    /** The mean of people of an age. */
    double mean(Patient patient) {
        return at(means, patient);
    }

    /** The spread between them. */
    double sd(Patient patient) {
        return at(sds, patient);
    }
}
