package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.AnalyteRow;
import io.github.clinicaldata.record.code.Distribution;

/**
 * A row of a distribution in which nothing is left unsaid; logarithmic where that is. Immutable.
 */
final class Row {
    private enum Way {
        MEAN,
        TIMES,
        ADD
    }

    private final AnalyteRow row;
    private final Way way;
    private final boolean log;
    private final double number;

    /** Spread between people, or NaN for that of people without the condition. */
    final double sd;

    final double within;
    final double min;
    final double max;
    final double trend;
    final double rampYears;

    Row(AnalyteRow row, Distribution of) {
        this.row = row;
        log = of.log();
        sd = row.sd();
        within = Double.isNaN(row.within()) ? of.within() : row.within();
        min = Double.isNaN(row.min()) ? of.min() : row.min();
        max = Double.isNaN(row.max()) ? of.max() : row.max();
        trend = log ? StrictMath.log(1 + row.trend()) : row.trend();
        rampYears = row.rampYears();
        if (!Double.isNaN(row.mean())) {
            way = Way.MEAN;
            number = log ? StrictMath.log(row.mean()) : row.mean();
        } else if (!Double.isNaN(row.times())) {
            way = Way.TIMES;
            number = log ? StrictMath.log(row.times()) : row.times();
        } else {
            way = Way.ADD;
            number = row.add();
        }
    }

    /** Whether it is meant for somebody. */
    boolean fits(Patient patient) {
        return row.fits(patient.sex, patient.months);
    }

    /** Whether it is meant for somebody who has a condition. */
    boolean fits(Patient patient, int pathway) {
        String code = row.code();
        return fits(patient) && (code == null || patient.hasCode(pathway, code));
    }

    /** The mean of people, for the rows of people without a condition. */
    double mean() {
        return number;
    }

    /**
     * The own mean of somebody.
     *
     * @param place among people
     * @param without the own mean without the condition
     * @param usualSd the spread of people without it
     */
    double own(double place, double without, double usualSd) {
        return switch (way) {
            case MEAN -> number + place * (Double.isNaN(sd) ? usualSd : sd);
            case TIMES -> log ? without + number : without * number;
            case ADD ->
                    log
                            ? StrictMath.log(Math.max(StrictMath.exp(without) + number, min))
                            : without + number;
        };
    }
}
