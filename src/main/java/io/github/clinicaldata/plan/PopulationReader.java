package io.github.clinicaldata.plan;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads which population is meant: {@code seed}, {@code epoch}, {@code as_of} and the knobs. */
final class PopulationReader {
    private final GeneratorConfig.PopulationConfig config;

    PopulationReader(GeneratorConfig.PopulationConfig config) {
        this.config = config;
    }

    /** The knobs of several kinds, each once. */
    static List<Knob<?>> knobs(Collection<? extends RecordKind<?>> kinds) {
        Set<Knob<?>> knobs = new LinkedHashSet<>();
        kinds.forEach(kind -> knobs.addAll(kind.knobs()));
        return List.copyOf(knobs);
    }

    /** The seed that is given, or the default one. */
    long seed(Parameters reader) {
        return reader.wholeNumber("seed", config.seed(), 0, RecordId.MAX_SEED);
    }

    /**
     * The population with a seed, from parameters that may have nothing else.
     *
     * @throws PlanRejected when a parameter is wrong
     */
    Population read(List<Knob<?>> knobs, long seed, Map<String, List<String>> parameters) {
        Parameters reader = new Parameters(parameters);
        Population population = read(knobs, reader, seed);
        reader.refuseProblems();
        return population;
    }

    /**
     * The population with a seed and with those of the knobs that are given; the reader notes what
     * is wrong.
     */
    Population read(List<Knob<?>> knobsOfKinds, Parameters reader, long seed) {
        LocalDate epoch = reader.date("epoch", config.epoch());
        LocalDate asOf = reader.date("as_of", epoch);
        if (asOf.isBefore(epoch)) {
            reader.problem("as_of", asOf + " must not be before the epoch, which is " + epoch);
            asOf = epoch;
        }
        if (asOf.isAfter(Population.lastAsOf(epoch))) {
            reader.problem(
                    "as_of",
                    asOf
                            + " must not be after "
                            + Population.lastAsOf(epoch)
                            + ", the end of the years that are made for the epoch "
                            + epoch);
            asOf = epoch;
        }
        SortedMap<String, String> knobs = new TreeMap<>();
        for (Knob<?> knob : knobsOfKinds) {
            reader.knob(knob)
                    .filter(value -> isTurned(knob, value))
                    .ifPresent(value -> knobs.put(knob.name(), value));
        }
        return new Population(seed, epoch, asOf, new Knobs(knobs));
    }

    private static boolean isTurned(Knob<?> knob, String value) {
        return knob.parser().apply(value).filter(knob.defaultValue()::equals).isEmpty();
    }
}
