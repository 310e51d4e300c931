package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drug that is given in a clinic and billed there, of {@code codes/injections.csv}.
 *
 * @param drug what is given
 * @param hcpcs the code under which it is billed
 * @param units of the code in one usual dose
 * @param unitPrice cents that a unit costs on average
 */
public record Injection(Drug drug, Text hcpcs, int units, int unitPrice) {
    private static final Text REVENUE = Text.of("0636");

    private static final class Holder {
        static final List<Injection> ALL =
                ReferenceTable.read("codes/injections.csv").stream()
                        .map(
                                row ->
                                        new Injection(
                                                Drug.standard().get(row.getField("drug")),
                                                Rows.text(row, "hcpcs"),
                                                ReferenceTable.integer(row, "units_per_dose"),
                                                ReferenceTable.integer(row, "unit_price_cents")))
                        .toList();

        /** By identity, since drugs are looked up for each prescription; never gone through. */
        static final Map<Drug, Injection> BY_DRUG = new IdentityHashMap<>();

        static {
            ALL.forEach(each -> BY_DRUG.putIfAbsent(each.drug, each));
        }
    }

    /** The drugs of the product that are given in a clinic, read once. */
    public static List<Injection> all() {
        return Holder.ALL;
    }

    /** How a drug is billed where a clinic gives it, or null where a pharmacy fills it. */
    public static @Nullable Injection of(Drug drug) {
        return Holder.BY_DRUG.get(drug);
    }

    /** The revenue code of an institution's line: drugs that need a detailed code. */
    public Text revenue() {
        return REVENUE;
    }
}
