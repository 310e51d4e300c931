package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.Analytes;
import io.github.clinicaldata.record.code.CodedValues;
import io.github.clinicaldata.record.code.Derivation;
import io.github.clinicaldata.record.code.Distribution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The measures of all analytes. Immutable once made. */
final class Measures {
    private static final class Holder {
        static final Measures STANDARD = new Measures();
    }

    private static final String WEIGHED = "body-mass-index";
    private static final String WEIGHT = "body-weight";

    private final Analytes analytes = Analytes.standard();
    private final @Nullable Measure[] all = new Measure[analytes.all().size()];
    private final boolean[] begun = new boolean[all.length];

    private Measures() {
        for (Analyte analyte : analytes.all()) {
            get(analyte.key().toString());
        }
    }

    /** The measures of the product, made once. */
    static Measures standard() {
        return Holder.STANDARD;
    }

    /** How many there are. */
    int count() {
        return all.length;
    }

    /** The ordinal of an analyte's key, or -1 for null. */
    int ordinal(@Nullable String key) {
        return key == null ? -1 : analytes.get(key).ordinal();
    }

    /** The measure of an analyte. */
    Measure get(String key) {
        Analyte analyte = analytes.get(key);
        int ordinal = analyte.ordinal();
        Measure measure = all[ordinal];
        if (measure == null) {
            if (begun[ordinal]) {
                throw new IllegalStateException("Analytes need each other in a circle: " + key);
            }
            begun[ordinal] = true;
            measure = make(analyte);
            all[ordinal] = measure;
        }
        return measure;
    }

    /** The measure of an ordinal. */
    Measure get(int ordinal) {
        return get(analytes.all().get(ordinal).key().toString());
    }

    private Measure make(Analyte analyte) {
        for (String needed : analyte.links().needed()) {
            get(needed);
        }
        CodedValues coded = analyte.coded();
        if (coded != null) {
            return new CodedMeasure(analyte, coded, this);
        }
        Distribution distribution = analyte.distribution();
        Derivation derivation = analyte.links().derivation();
        if (distribution == null) {
            throw new IllegalStateException(analyte + " has neither values nor a distribution");
        }
        return derivation == null
                ? new QuantityMeasure(analyte, distribution, this)
                : new DerivedMeasure(analyte, derivation, distribution, this);
    }

    /** What has to be drawn for some analytes, in an order in which each finds what it needs. */
    List<Measure> steps(List<Analyte> wanted) {
        List<Measure> steps = new ArrayList<>();
        for (Analyte analyte : wanted) {
            add(analyte.key().toString(), steps);
            if (analyte.key().toString().equals(WEIGHED)) {
                // the index that is shown is that of the rounded weight
                add(WEIGHT, steps);
            }
        }
        return List.copyOf(steps);
    }

    private void add(String key, List<Measure> steps) {
        Measure measure = get(key);
        if (!steps.contains(measure)) {
            for (String needed : measure.analyte.links().needed()) {
                add(needed, steps);
            }
            steps.add(measure);
        }
    }
}
