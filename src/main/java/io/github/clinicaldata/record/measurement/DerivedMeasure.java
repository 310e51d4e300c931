package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.AnalyteLinks;
import io.github.clinicaldata.record.code.Derivation;
import io.github.clinicaldata.record.code.Distribution;
import org.jspecify.annotations.Nullable;

/** Works a value out from those of other analytes of the same specimen. */
final class DerivedMeasure extends Measure {
    private final Formula formula;
    private final int[] inputs;
    private final AnalyteLinks links;
    private final double min;
    private final double max;
    private final @Nullable QuantityMeasure otherwise;

    DerivedMeasure(
            Analyte analyte, Derivation derivation, Distribution distribution, Measures measures) {
        super(analyte, measures);
        links = analyte.links();
        inputs = links.needed().stream().mapToInt(measures::ordinal).toArray();
        formula = Formulas.of(derivation, inputs, measures);
        min = distribution.min();
        max = distribution.max();
        otherwise =
                distribution.normal().isEmpty()
                        ? null
                        : new QuantityMeasure(analyte, distribution, measures);
    }

    @Override
    void draw(Patient patient, Specimen values) {
        if (!analyte.months().contains(patient.months)) {
            return;
        }
        if (!links.derivedMonths().contains(patient.months)) {
            if (otherwise != null) {
                otherwise.draw(patient, values);
            }
            return;
        }
        for (int input : inputs) {
            if (!values.has(input)) {
                return;
            }
        }
        double value = formula.of(patient, values);
        if (!Double.isNaN(value)) {
            values.put(ordinal, rounded(Math.min(max, Math.max(min, value))));
            formula.mend(patient, values, ordinal);
        }
    }
}
