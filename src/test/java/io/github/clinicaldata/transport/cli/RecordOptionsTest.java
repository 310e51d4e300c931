package io.github.clinicaldata.transport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.record.RecordKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class RecordOptionsTest {
    private final RecordOptions options = new RecordOptions(InProcess.CATALOG, InProcess.CONFIG);

    private Map<String, List<String>> parameters(RecordKind<?> kind, String... arguments) {
        CommandSpec command = CommandSpec.create();
        List<OptionSpec> added = options.addStreamOptions(command, kind);
        return RecordOptions.parameters(added, new CommandLine(command).parseArgs(arguments));
    }

    @Test
    void hyphens_standForUnderscores() {
        assertThat(parameters(InProcess.MEMBERS, "--age-min", "65", "--as-of=2026-05-01"))
                .containsOnly(
                        Map.entry("age_min", List.of("65")),
                        Map.entry("as_of", List.of("2026-05-01")));
    }

    @Test
    void values_areTakenAsTheyAre() {
        assertThat(parameters(InProcess.MEMBERS, "--state", "CA,NY", "--count", "-5", "--rate="))
                .containsOnly(
                        Map.entry("state", List.of("CA,NY")),
                        Map.entry("count", List.of("-5")),
                        Map.entry("rate", List.of("")));
    }

    @Test
    void optionGivenTwice_isPassedOnTwice() {
        assertThat(parameters(InProcess.MEMBERS, "--seed", "1", "--seed", "2"))
                .containsExactly(Map.entry("seed", List.of("1", "2")));
    }

    @Test
    void everyFilterAndKnob_isAnOption() {
        for (RecordKind<?> kind : InProcess.CATALOG.kinds()) {
            CommandSpec command = CommandSpec.create();
            options.addStreamOptions(command, kind);
            kind.filters()
                    .forEach(
                            filter ->
                                    assertThat(command.optionsMap())
                                            .containsKey(RecordOptions.optionName(filter.name())));
            kind.knobs()
                    .forEach(
                            knob ->
                                    assertThat(command.optionsMap())
                                            .containsKey(RecordOptions.optionName(knob.name())));
        }
    }

    @Test
    void filterOfAnotherKind_isNotKnown() {
        RecordKind<?> providers = InProcess.CATALOG.kind("providers").orElseThrow();

        assertThatThrownBy(() -> parameters(providers, "--age-min", "65"))
                .isInstanceOf(CommandLine.UnmatchedArgumentException.class);
    }
}
