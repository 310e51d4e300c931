package io.github.clinicaldata.record.measurement;

/** What sodium, carbon dioxide and the gap leave; the gap gives way where chloride can't. */
record ChlorideFormula(int sodium, int carbonDioxide, int gap) implements Formula {
    @Override
    public double of(Patient patient, Specimen values) {
        return values.get(sodium) - values.get(carbonDioxide) - values.get(gap);
    }

    @Override
    public void mend(Patient patient, Specimen values, int result) {
        values.put(gap, values.get(sodium) - values.get(carbonDioxide) - values.get(result));
    }
}
