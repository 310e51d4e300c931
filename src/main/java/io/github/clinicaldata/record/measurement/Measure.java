package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.AnalyteLinks;
import io.github.clinicaldata.record.random.Mixer;
import org.jspecify.annotations.Nullable;

/** Finds the value of one analyte in a member on a day. Immutable. */
abstract class Measure {
    /** What is measured. */
    final Analyte analyte;

    /** The analyte's ordinal. */
    final int ordinal;

    /** Ten to the power of the decimals. */
    final double power;

    private final long key;
    private final @Nullable Measure correlatedWith;
    private final double correlation;
    private final double rest;

    /**
     * A measure.
     *
     * @param measures finds those of other analytes
     */
    Measure(Analyte analyte, Measures measures) {
        this.analyte = analyte;
        ordinal = analyte.ordinal();
        power = StrictMath.pow(10, analyte.decimals());
        AnalyteLinks links = analyte.links();
        String other = links.movesWith() != null ? links.movesWith() : links.correlatedWith();
        correlatedWith = other == null ? null : measures.get(other);
        correlation = links.movesWith() != null ? 1 : links.correlation();
        rest = StrictMath.sqrt(1 - correlation * correlation);
        key = Mixer.hash(analyte.key().toString());
    }

    /** Draws the value; those of the analytes that it needs are known. */
    abstract void draw(Patient patient, Specimen values);

    /** The member's place among people, a standard normal number. */
    final double place(Patient patient) {
        if (correlatedWith == null) {
            return Normals.of(Mixer.mix(patient.memberKey ^ key));
        }
        double other = correlatedWith.place(patient);
        return rest == 0
                ? other
                : correlation * other + rest * Normals.of(Mixer.mix(patient.memberKey ^ key));
    }

    /** The deviation of the day, a standard normal number. */
    final double deviation(Patient patient) {
        return rest == 0 && correlatedWith != null
                ? correlatedWith.deviation(patient)
                : Normals.of(Mixer.mix(patient.dayKey ^ key));
    }

    /** Where the value of the day stands among those of people who are alike, about normal. */
    double standing(Patient patient) {
        return deviation(patient);
    }

    /** A uniform number of the day, correlated with another analyte where the table says so. */
    final double uniform(Patient patient) {
        if (correlatedWith == null) {
            return (Mixer.mix(patient.dayKey ^ key) >>> 11) * 0x1.0p-53;
        }
        double other = correlatedWith.standing(patient);
        return Normals.shareBelow(correlation * other + rest * deviation(patient));
    }

    /** A uniform number of the member. */
    final double fixedUniform(Patient patient) {
        return (Mixer.mix(patient.memberKey ^ key) >>> 11) * 0x1.0p-53;
    }

    /** Rounds a value to the analyte's decimals. */
    final long rounded(double value) {
        return (long) Math.floor(value * power + 0.5);
    }
}
