package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Distribution;

/** The share of people of the same age and sex whose body mass index is lower, in percent. */
final class PercentileFormula implements Formula {
    private final Growth growth;
    private final Formulas.Inputs inputs;

    PercentileFormula(Measure index, Formulas.Inputs inputs) {
        Distribution distribution = index.analyte.distribution();
        if (distribution == null) {
            throw new IllegalStateException(index.analyte + " has no distribution");
        }
        growth = new Growth(distribution);
        this.inputs = inputs;
    }

    @Override
    public double of(Patient patient, Specimen values) {
        double place = (inputs.of(values, 0) - growth.mean(patient)) / growth.sd(patient);
        return 100 * Normals.shareBelow(place);
    }
}
