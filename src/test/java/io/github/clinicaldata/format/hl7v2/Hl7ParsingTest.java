package io.github.clinicaldata.format.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.support.Hl7Files;
import io.github.clinicaldata.support.ParsedMessage;
import io.github.clinicaldata.support.World;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message is read by HAPI, strictly and with its validation. */
class Hl7ParsingTest {
    private static final int VERY_MANY = 105_000;
    private static final int MANY = 10_000;

    static Stream<String> messages() {
        return Hl7Files.all().stream();
    }

    @Test
    void aHundredThousandVaccinationUpdates_areRead() {
        long[] count = new long[1];
        Hl7Files.each(
                World.VACCINES,
                "vxu_v04",
                World.POPULATION,
                VERY_MANY,
                (vaccine, text) -> {
                    ParsedMessage.of(text);
                    count[0]++;
                });
        assertThat(count[0]).isGreaterThanOrEqualTo(100_000);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void tenThousandRecords_areRead_andWrittenAgainAsTheyWere(String name) {
        List<String> texts = Hl7Files.messages(name, World.POPULATION, MANY);
        assertThat(texts).isNotEmpty();
        String type = name.substring(name.indexOf('/') + 1).toUpperCase(Locale.ROOT);
        for (String text : texts) {
            ParsedMessage message = ParsedMessage.of(text);
            assertThat(message.get("MSH", 9) + "_" + message.get("MSH", 9, 2)).isEqualTo(type);
            assertThat(message.get("MSH", 9, 3)).isEqualTo(message.structure());
            assertThat(message.encoded()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesAfterTheEpoch_areRead(String name) {
        Population later = new Population(7, World.EPOCH, World.EPOCH.plusYears(1), Knobs.DEFAULTS);
        for (String text : Hl7Files.messages(name, later, 500, "characters=ascii")) {
            ParsedMessage.of(text);
            assertThat(text).matches("\\p{ASCII}*").contains("|USA|ASCII");
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void controlIds_areUnique_andTellPopulationAndMessage(String name) {
        Set<String> ids = new HashSet<>();
        for (String text : Hl7Files.messages(name, World.POPULATION, 3_000)) {
            String id = text.split("\\|", -1)[9];
            assertThat(id).hasSize(20);
            assertThat(ids.add(id)).isTrue();
        }
        for (String other : Hl7Files.all()) {
            if (!other.equals(name)) {
                for (String text : Hl7Files.messages(other, World.POPULATION, 100)) {
                    assertThat(ids).doesNotContain(text.split("\\|", -1)[9]);
                }
            }
        }
        for (String text : Hl7Files.messages(name, Population.of(43, World.EPOCH), 100)) {
            assertThat(ids).doesNotContain(text.split("\\|", -1)[9]);
        }
    }

    @Test
    void history_isTold_asFarAsItIsAskedFor() {
        Population later =
                new Population(42, World.EPOCH, World.EPOCH.plusYears(2), Knobs.DEFAULTS);
        int[] counts = new int[2];
        Hl7Files.each(
                World.VACCINES,
                "vxu_v04",
                later,
                3_000,
                (vaccine, text) -> {
                    ParsedMessage message = ParsedMessage.of(text);
                    if (vaccine.given() == null) {
                        return;
                    }
                    boolean old = vaccine.date().isBefore(World.EPOCH);
                    counts[old ? 0 : 1]++;
                    assertThat(message.get("RXA", 9)).isEqualTo(old ? "01" : "00");
                    assertThat(message.get("RXA", 6).equals("999")).isEqualTo(old);
                    assertThat(message.count("OBX") == 0).isEqualTo(old);
                },
                "history=before_epoch");
        assertThat(counts[0]).isPositive();
        assertThat(counts[1]).isPositive();
        for (String text : Hl7Files.messages("vaccines/vxu_v04", later, 300, "history=all")) {
            assertThat(ParsedMessage.of(text).get("RXA", 9)).isIn("01", "");
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void processingId_isThatOfTheOption(String name) {
        for (String text : Hl7Files.messages(name, World.POPULATION, 300, "processing_id=P")) {
            assertThat(ParsedMessage.of(text).get("MSH", 11)).isEqualTo("P");
        }
    }
}
