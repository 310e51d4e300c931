package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.Mixer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The benefit designs by coverage, product and metal: {@code weights/plan-designs.csv}. */
public final class PlanDesigns {

    private record Choice(List<PlanDesign> designs, AliasTable weights) {}

    private static final class Holder {
        static final PlanDesigns STANDARD = new PlanDesigns();
    }

    private final SortedMap<String, Choice> byPlan = new TreeMap<>();

    private PlanDesigns() {
        SortedMap<String, List<NamedCsvRecord>> rows = new TreeMap<>();
        ReferenceTable.read("weights/plan-designs.csv").stream()
                .forEach(
                        row ->
                                rows.computeIfAbsent(
                                                key(
                                                        row.getField("coverage"),
                                                        row.getField("product"),
                                                        row.getField("metal")),
                                                none -> new ArrayList<>())
                                        .add(row));
        rows.forEach(
                (key, designs) ->
                        byPlan.put(
                                key,
                                new Choice(
                                        designs.stream().map(PlanDesigns::design).toList(),
                                        AliasTable.of(
                                                designs.stream()
                                                        .mapToDouble(row -> number(row, "weight"))
                                                        .toArray()))));
    }

    private static String key(String coverage, String product, String metal) {
        return coverage + '/' + product + '/' + metal;
    }

    private static PlanDesign design(NamedCsvRecord row) {
        return new PlanDesign(
                cents(row, "deductible_cents"),
                share(row, "coinsurance"),
                cents(row, "oop_max_cents"),
                cents(row, "pcp_copay_cents"),
                cents(row, "specialist_copay_cents"),
                cents(row, "urgent_care_copay_cents"),
                cents(row, "emergency_copay_cents"),
                cents(row, "inpatient_copay_cents"),
                cents(row, "generic_copay_cents"),
                cents(row, "brand_copay_cents"),
                share(row, "specialty_coinsurance"),
                Rows.flag(row, "deductible_applies_to_visits"),
                Rows.flag(row, "deductible_applies_to_drugs"));
    }

    private static long cents(NamedCsvRecord row, String column) {
        return Rows.number(row, column, PlanDesign.NONE);
    }

    private static int share(NamedCsvRecord row, String column) {
        return Cents.tenThousandths(number(row, column));
    }

    /** The designs of the product, read once. */
    public static PlanDesigns standard() {
        return Holder.STANDARD;
    }

    /**
     * The design of a coverage: the same for all of an employer's group, and for a policy.
     *
     * @param policy a number that all members of the policy share
     */
    public PlanDesign of(Coverage coverage, long policy) {
        Text metal = coverage.metalLevel();
        String key =
                key(
                        coverage.type().code().toString(),
                        coverage.product().toString(),
                        metal == null ? "" : metal.toString());
        Choice choice = byPlan.get(key);
        if (choice == null) {
            throw new IllegalStateException("plan-designs.csv lacks " + key);
        }
        @Nullable Text group = coverage.groupNumber();
        long of = group == null ? policy : group.hashCode();
        return choice.designs().get(choice.weights().pick(Mixer.mix(of * 31 + key.hashCode())));
    }
}
