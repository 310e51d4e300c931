package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Drug;

/**
 * A drug that is prescribed.
 *
 * @param drug the drug
 * @param choice orders of the same choice, which is never negative, exclude each other; -1 for none
 * @param share of those whom it fits, 0 to 1
 * @param quantity in the drug's unit, in tenths
 * @param days how long the quantity lasts
 * @param directions for the patient: those of the order, or else the usual ones of the drug
 * @param limits for whom
 */
public record DrugOrder(
        Drug drug,
        int choice,
        double share,
        int quantity,
        int days,
        Text directions,
        Limits limits) {}
