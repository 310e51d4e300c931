package io.github.clinicaldata.record.measurement;

/** Weight of body mass index and height; the index becomes that of the rounded weight. */
record WeightFormula(Formulas.Inputs inputs, int index, Measure measure) implements Formula {
    private double squareMeters(Specimen values) {
        double meters = inputs.of(values, 1) / 100;
        return meters * meters;
    }

    @Override
    public double of(Patient patient, Specimen values) {
        return inputs.of(values, 0) * squareMeters(values);
    }

    @Override
    public void mend(Patient patient, Specimen values, int result) {
        // both have one decimal
        double weight = values.get(result) / measure.power;
        values.put(index, measure.rounded(weight / squareMeters(values)));
    }
}
