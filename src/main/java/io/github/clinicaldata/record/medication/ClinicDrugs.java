package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.code.Injection;
import java.util.SortedSet;
import java.util.TreeSet;

/** The drugs of {@code codes/injections.csv}: given in a clinic, so that no pharmacy fills them. */
final class ClinicDrugs {
    private static final class Holder {
        static final ClinicDrugs STANDARD = new ClinicDrugs();
    }

    private final SortedSet<String> keys = new TreeSet<>();

    private ClinicDrugs() {
        Injection.all().forEach(each -> keys.add(each.drug().key()));
    }

    /** The drugs of the product, read once. */
    static ClinicDrugs standard() {
        return Holder.STANDARD;
    }

    /** Whether a drug is one of them. */
    boolean has(Drug drug) {
        return keys.contains(drug.key());
    }
}
