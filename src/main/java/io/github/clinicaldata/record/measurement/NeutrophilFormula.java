package io.github.clinicaldata.record.measurement;

/**
 * What the other white cells leave of a hundred percent; they give way where that is too little.
 */
record NeutrophilFormula(int[] others) implements Formula {
    private static final long ALL = 1000;
    private static final long LEAST = 50;

    private long sum(Specimen values) {
        long sum = 0;
        for (int other : others) {
            sum += values.get(other);
        }
        return sum;
    }

    @Override
    public double of(Patient patient, Specimen values) {
        long sum = sum(values);
        if (sum > ALL - LEAST) {
            for (int other : others) {
                values.put(other, values.get(other) * (ALL - LEAST) / sum);
            }
        }
        return (ALL - sum(values)) / 10.0;
    }
}
