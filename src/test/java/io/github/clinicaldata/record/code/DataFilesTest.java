package io.github.clinicaldata.record.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data file says where it comes from and adds up. */
class DataFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    static List<Path> files() throws IOException {
        try (Stream<Path> codes = Files.walk(RESOURCES.resolve("codes"));
                Stream<Path> pathways = Files.walk(RESOURCES.resolve("pathways"));
                Stream<Path> schedules = Files.walk(RESOURCES.resolve("schedules"));
                Stream<Path> weights = Files.walk(RESOURCES.resolve("weights"))) {
            return Stream.of(codes, pathways, schedules, weights)
                    .flatMap(paths -> paths)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    static List<Path> tables() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(".csv")).toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFile_namesSourceReleaseAndLicence(Path file) {
        List<String> header = lines(file).stream().takeWhile(line -> line.startsWith("#")).toList();
        for (String word : List.of("# Source: ", "# Release: ", "# Licence: ")) {
            assertThat(header)
                    .as(word)
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .startsWith(word)
                                            .hasSizeGreaterThan(word.length()));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRow_hasEveryColumn_andNoTextNeedsTrimming(Path file) {
        ReferenceTable table =
                ReferenceTable.read(RESOURCES.relativize(file).toString().replace('\\', '/'));
        assertThat(table.rows()).isNotEmpty();
        int columns = table.rows().get(0).getHeader().size();
        for (NamedCsvRecord row : table.rows()) {
            assertThat(row.getFields())
                    .as("%s", row)
                    .hasSize(columns)
                    .noneMatch(f -> !f.strip().equals(f));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "codes/allergens.csv,allergen,severity_mild+severity_moderate+severity_severe",
        "weights/allergy-onsets.csv,onset,share",
        "weights/coverage.csv,age_from+band,share",
        "weights/hispanic-races.csv,,share",
        "weights/household-types.csv,,share",
        "weights/incomes.csv,type,share",
        "weights/languages.csv,group,share",
        "weights/marital-statuses.csv,age_from,never_married+divorced+widowed",
        "weights/metal.csv,,share",
        "weights/mother-age-at-birth.csv,,weight",
        "weights/practitioner-origins.csv,,share",
        "weights/products.csv,coverage,share",
        "weights/race-by-state.csv,state,white+black+asian+pacific+native+two_or_more+other+hispanic"
    })
    void shares_sumToOne(String file, String groupedBy, String columns) {
        Map<String, Double> sums = new TreeMap<>();
        for (NamedCsvRecord row : ReferenceTable.read(file).rows()) {
            String group =
                    groupedBy == null
                            ? ""
                            : String.join(
                                    " ",
                                    Arrays.stream(groupedBy.split("\\+"))
                                            .map(row::getField)
                                            .toList());
            for (String column : columns.split("\\+")) {
                double share = Double.parseDouble(row.getField(column));
                assertThat(share).isBetween(0.0, 1.0);
                sums.merge(group, share, Double::sum);
            }
        }
        // rounded to three or four places, each row by itself
        assertThat(sums)
                .allSatisfy((group, sum) -> assertThat(sum).as(group).isCloseTo(1, within(0.0015)));
    }

    @Test
    void placesOfAState_sumToItsCensusPopulation() {
        Map<String, Double> sums = new TreeMap<>();
        ReferenceTable.read("codes/places.csv").stream()
                .forEach(
                        row ->
                                sums.merge(
                                        row.getField("state"),
                                        ReferenceTable.number(row, "population"),
                                        Double::sum));
        for (NamedCsvRecord row : ReferenceTable.read("codes/states.csv").rows()) {
            assertThat(sums.get(row.getField("state")))
                    .as(row.getField("state"))
                    .isEqualTo(ReferenceTable.number(row, "population_2020"));
        }
    }

    @Test
    void counties_lieInTheirState() {
        Map<String, String> fips = new TreeMap<>();
        ReferenceTable.read("codes/states.csv").stream()
                .forEach(row -> fips.put(row.getField("state"), row.getField("state_fips")));
        for (NamedCsvRecord row : ReferenceTable.read("codes/places.csv").rows()) {
            assertThat(row.getField("county_fips"))
                    .as("%s", row)
                    .matches("[0-9]{5}")
                    .startsWith(fips.get(row.getField("state")));
            assertThat(row.getField("zip")).matches("[0-9]{5}");
        }
    }

    @Test
    void aMissingTable_isNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ReferenceTable.read("codes/none.csv"))
                .withMessageContaining("codes/none.csv");
    }
}
