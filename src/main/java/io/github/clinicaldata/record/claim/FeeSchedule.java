package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.place.Places;
import io.github.clinicaldata.record.place.State;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What payers pay for a price of Medicare, by coverage and state: {@code weights/fee-levels.csv}
 * and {@code weights/fee-regions.csv}.
 */
final class FeeSchedule {
    /** Multiples of the Medicare price that a coverage pays, and of charges over payments. */
    record Level(
            double professional,
            double facility,
            double outpatient,
            double nursing,
            double pharmacy,
            double billedProfessional,
            double billedFacility) {}

    private static final class Holder {
        static final FeeSchedule STANDARD = new FeeSchedule();
    }

    private final Level[] levels = new Level[CoverageType.values().length];
    private final Level[] programmes = new Level[CoverageType.values().length];
    private final double[] professionalFactors;
    private final double[] facilityFactors;

    private FeeSchedule() {
        SortedMap<String, Level> byKey = new TreeMap<>();
        ReferenceTable.read("weights/fee-levels.csv").stream()
                .forEach(
                        row ->
                                byKey.put(
                                        row.getField("coverage"),
                                        new Level(
                                                number(row, "professional"),
                                                number(row, "facility"),
                                                number(row, "outpatient"),
                                                number(row, "nursing"),
                                                number(row, "pharmacy"),
                                                number(row, "billed_ratio_professional"),
                                                number(row, "billed_ratio_facility"))));
        for (CoverageType type : CoverageType.values()) {
            String key = type.code().toString();
            Level level = byKey.get(key);
            levels[type.ordinal()] = level;
            programmes[type.ordinal()] = byKey.getOrDefault(key + "-ffs", level);
        }
        int states = Places.standard().states().size();
        professionalFactors = new double[states];
        facilityFactors = new double[states];
        SortedMap<String, double[]> regions = new TreeMap<>();
        ReferenceTable.read("weights/fee-regions.csv").stream()
                .forEach(
                        row ->
                                regions.put(
                                        row.getField("state"),
                                        new double[] {
                                            number(row, "factor"), number(row, "facility_wage")
                                        }));
        for (State state : Places.standard().states()) {
            double[] factors = regions.get(state.code().toString());
            if (factors == null) {
                throw new IllegalStateException("fee-regions.csv lacks " + state.code());
            }
            professionalFactors[state.ordinal()] = factors[0];
            facilityFactors[state.ordinal()] = factors[1];
        }
    }

    static FeeSchedule standard() {
        return Holder.STANDARD;
    }

    /** The level of a coverage. */
    Level level(Coverage coverage) {
        return (coverage.feeForService() ? programmes : levels)[coverage.type().ordinal()];
    }

    /** The factor of a state for practitioners. */
    double professionalFactor(State state) {
        return professionalFactors[state.ordinal()];
    }

    /** The factor of a state for facilities. */
    double facilityFactor(State state) {
        return facilityFactors[state.ordinal()];
    }
}
