package io.github.clinicaldata.transport.cli;

import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.plan.Planner;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code get KIND ID}: makes one record again, as the stream that its id names would. */
final class GetCommand extends RecordCommand {
    private final PositionalParamSpec id =
            PositionalParamSpec.builder()
                    .index("0")
                    .arity("1")
                    .paramLabel("ID")
                    .type(String.class)
                    .description("The id that the record carries.")
                    .build();

    GetCommand(RecordKind<?> kind, RecordOptions options, Planner planner, Generation generation) {
        super(kind, planner, generation);
        spec().name(kind.name())
                .addPositional(id)
                .usageMessage()
                .description("Writes one of the " + kind.name() + ", found by its id.%n");
        recordOptions(options.addLookUpOptions(spec(), kind));
    }

    @Override
    Map<String, List<String>> parameters(Map<String, List<String>> given) {
        RecordId.Content content = content(givenId());
        Map<String, List<String>> parameters = new LinkedHashMap<>(given);
        parameters.put("seed", List.of(String.valueOf(content.seed())));
        Population population = planner().population(kind, content.seed(), ofPopulation(given));
        long index = kind.indexes().indexOf(population, content.index());
        if (index < 0 || kind.generator().at(population, index) == null) {
            throw new RecordNotFoundException(
                    "There is no "
                            + kind.singular()
                            + " with this id on the as_of date "
                            + population.asOf());
        }
        parameters.put("offset", List.of(String.valueOf(index)));
        parameters.put("until", List.of(String.valueOf(index + 1)));
        return parameters;
    }

    /** What names the population; how the record is written is read with the rest of the plan. */
    private Map<String, List<String>> ofPopulation(Map<String, List<String>> given) {
        Set<String> names = new TreeSet<>(List.of("epoch", "as_of"));
        kind.knobs().forEach(knob -> names.add(knob.name()));
        Map<String, List<String>> parameters = new LinkedHashMap<>(given);
        parameters.keySet().retainAll(names);
        return parameters;
    }

    private String givenId() {
        String text = id.getValue();
        if (text == null) {
            throw new ParameterException(
                    spec().commandLine(),
                    "An id is expected: the id that one of the " + kind.name() + " carries");
        }
        return text;
    }

    private RecordId.Content content(String text) {
        try {
            return Planner.content(kind, text);
        } catch (PlanRejected.NotFound e) {
            throw new RecordNotFoundException(e.problems().get(0).issue());
        }
    }
}
