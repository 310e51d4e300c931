package io.github.clinicaldata.record.profile;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The measures of a kind while records are looked at.
 *
 * @param <R> the type of record
 */
public final class Profile<R> {
    /**
     * A measure and what it found.
     *
     * @param measure what was counted
     * @param outcome what was found
     */
    public record Finding(Measure<?> measure, Outcome outcome) {}

    private final List<Measure<R>> measures = new ArrayList<>();
    private final List<Measure.Collector<R>> collectors = new ArrayList<>();

    /** Begins; the measures of the kind come first, then those that follow from its fields. */
    public Profile(RecordKind<R> kind, Population population) {
        measures.addAll(kind.measures());
        measures.addAll(SchemaMeasures.of(kind.schema()));
        measures.forEach(measure -> collectors.add(measure.start().open(population)));
    }

    /** Looks at a record. */
    public void add(R record) {
        for (Measure.Collector<R> collector : collectors) {
            collector.add(record);
        }
    }

    /** What was found. */
    public List<Finding> findings(Sample sample) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            findings.add(new Finding(measures.get(i), collectors.get(i).outcome(sample)));
        }
        return findings;
    }
}
