package io.github.clinicaldata.record.medication;

/**
 * A prescription that may be chosen.
 *
 * @param prescription the prescription
 * @param uniform its uniform number
 * @param probability of its being chosen, above 0
 * @param from the first day on which it excludes others of the class
 * @param to the last day
 */
record Candidate(Prescription prescription, double uniform, double probability, int from, int to) {

    /** A prescription with the days of its own supply. */
    static Candidate once(Prescription prescription, double uniform, double probability) {
        int to = prescription.day() + prescription.daysSupply() - 1;
        return new Candidate(prescription, uniform, probability, prescription.day(), to);
    }

    /** A chosen prescription of an earlier year. */
    static Candidate earlier(Prescription prescription) {
        int to =
                prescription.longTerm()
                        ? prescription.lastFillDay()
                        : prescription.day() + prescription.daysSupply() - 1;
        return new Candidate(prescription, 0, 1, prescription.day(), to);
    }

    /**
     * The place in the order in which conflicts are decided, lowest first: drugs that a condition
     * needs all the time come before courses.
     */
    double rank() {
        double score = uniform / probability;
        return prescription.longTerm() && score < 1 ? score - 1 : score;
    }

    /** Whether one person does not get both. */
    boolean excludes(Candidate other) {
        Prescription that = other.prescription;
        if (from > other.to
                || other.from > to
                || prescription.course() == that.course()
                || prescription.member() != that.member()
                || !prescription.remedy().doesTheSame(that.remedy())) {
            return false;
        }
        if (prescription.reason() != that.reason()) {
            return true;
        }
        if (prescription.drug() == that.drug()) {
            // a treatment in a clinic is repeated
            return prescription.dispensed() || prescription.visit() == that.visit();
        }
        return !prescription.remedy().together();
    }
}
