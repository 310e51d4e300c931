package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.plan.RecentReaders;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the population of a request. Resources refer to records of all kinds, so the knobs of all
 * kinds can be given everywhere.
 */
@Singleton
public final class Populations {
    private final Planner planner;
    private final ResourceSources sources;
    private final RecentReaders recent;
    private final Set<String> names = new TreeSet<>(List.of("seed", "epoch", "as_of"));

    Populations(Planner planner, ResourceSources sources, RecentReaders recent) {
        this.planner = planner;
        this.sources = sources;
        this.recent = recent;
        for (RecordKind<?> kind : sources.kinds()) {
            kind.knobs().stream().map(Knob::name).forEach(names::add);
        }
    }

    /** The names of the parameters that name a population. */
    public Set<String> names() {
        return names;
    }

    private Map<String, List<String>> own(Map<String, List<String>> parameters) {
        Map<String, List<String>> own = new LinkedHashMap<>(parameters);
        own.keySet().retainAll(names);
        return own;
    }

    /** The population that parameters name; others than those are passed over. */
    public PopulationResources read(Map<String, List<String>> parameters) {
        return resources(planner.population(sources.kinds(), own(parameters)));
    }

    /** The population of a record whose id has a seed. */
    PopulationResources read(long seed, Map<String, List<String>> parameters) {
        return resources(planner.population(sources.kinds(), seed, own(parameters)));
    }

    private PopulationResources resources(Population population) {
        return new PopulationResources(sources, population, recent);
    }

    /**
     * Refuses parameters that are neither a population's nor among some.
     *
     * @throws FhirProblem that names each
     */
    public void refuseOthers(FhirRequest request, Set<String> known) {
        List<String> issues =
                request.parameters().keySet().stream()
                        .filter(name -> !known.contains(name) && !names.contains(name))
                        .map(name -> unknown(name, known))
                        .toList();
        if (!issues.isEmpty() && !request.isLenient()) {
            throw new FhirProblem(
                    400,
                    org.hl7.fhir.r4.model.OperationOutcome.IssueType.NOTSUPPORTED,
                    issues,
                    Map.of());
        }
    }

    private String unknown(String name, Set<String> known) {
        return "The parameter \""
                + ResourceSources.shown(name)
                + "\" is not supported here; supported are "
                + String.join(", ", new TreeSet<>(known))
                + ", and for the population "
                + String.join(", ", names);
    }
}
