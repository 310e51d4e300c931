package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Text;

/**
 * A prescription that may be chosen.
 *
 * @param prescription the prescription
 * @param uniform its uniform number
 * @param probability of its being chosen, above 0
 * @param effect the class of drugs that do the same
 * @param from the first day on which it excludes others of the class
 * @param to the last day
 */
record Candidate(
        Prescription prescription,
        double uniform,
        double probability,
        Text effect,
        int from,
        int to) {

    /** A prescription with the days of its own supply. */
    static Candidate once(Prescription prescription, double uniform, double probability) {
        int to = prescription.day() + prescription.daysSupply() - 1;
        return of(prescription, uniform, probability, prescription.day(), to);
    }

    static Candidate of(
            Prescription prescription, double uniform, double probability, int from, int to) {
        return new Candidate(
                prescription,
                uniform,
                probability,
                DrugClasses.effect(prescription.drug().drugClass()),
                from,
                to);
    }

    /** A chosen prescription of an earlier year. */
    static Candidate earlier(Prescription prescription) {
        int to =
                prescription.longTerm()
                        ? prescription.lastFillDay()
                        : prescription.day() + prescription.daysSupply() - 1;
        return of(prescription, 0, 1, prescription.day(), to);
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
        if (prescription.member() != other.prescription.member()
                || from > other.to
                || other.from > to
                || !effect.equals(other.effect)) {
            return false;
        }
        Prescription that = other.prescription;
        if (prescription.course() == that.course()) {
            return false;
        }
        if (prescription.reason() != that.reason()) {
            return true;
        }
        if (prescription.drug() == that.drug()) {
            // a treatment in a clinic is repeated
            return prescription.dispensed() || prescription.visit() == that.visit();
        }
        return !DrugClasses.goTogether(prescription.drug().drugClass());
    }
}
