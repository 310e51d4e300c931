package io.github.clinicaldata.format.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Envelopes: fixed lengths, control numbers and counts. */
class X12EnvelopeTest {
    private static final String[] SMALL = {"per_transaction=2", "per_group=3", "per_interchange=2"};

    private static List<String[]> segments(String text, String tag) {
        List<String[]> found = new ArrayList<>();
        for (String segment : text.split("~")) {
            String[] elements = segment.split("\\*", -1);
            if (elements[0].equals(tag)) {
                found.add(elements);
            }
        }
        return found;
    }

    private static List<String> values(String text, String tag, int element) {
        return segments(text, tag).stream().map(each -> each[element]).toList();
    }

    @Test
    void isa_hasAHundredAndSixCharacters() {
        String text = X12Files.text("837p", World.POPULATION, 100);
        assertThat(text.indexOf('~')).isEqualTo(105);
        assertThat(text.substring(103, 105)).isEqualTo("*:");
        assertThat(segments(text, "ISA").get(0)).hasSize(17);
    }

    @Test
    void usage_isTestUnlessSaidOtherwise() {
        assertThat(values(X12Files.text("835", World.POPULATION, 1), "ISA", 15))
                .containsExactly("T");
        assertThat(values(X12Files.text("835", World.POPULATION, 1, "usage=P"), "ISA", 15))
                .containsExactly("P");
    }

    @Test
    void controlNumbers_areUniqueAndMatch() {
        String text = X12Files.text("837p", World.POPULATION, 500, SMALL);
        assertThat(values(text, "ISA", 13)).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(values(text, "IEA", 2)).isEqualTo(values(text, "ISA", 13));
        assertThat(values(text, "GS", 6)).doesNotHaveDuplicates();
        assertThat(values(text, "GE", 2)).isEqualTo(values(text, "GS", 6));
        assertThat(values(text, "ST", 2)).doesNotHaveDuplicates();
        assertThat(values(text, "SE", 2)).isEqualTo(values(text, "ST", 2));
        assertThat(values(text, "BHT", 3)).doesNotHaveDuplicates();
    }

    @Test
    void controlNumbers_followFromThePopulation() {
        String one = X12Files.text("837p", World.POPULATION, 100);
        String again = X12Files.text("837p", World.POPULATION, 100);
        String other = X12Files.text("837p", Population.of(43, World.EPOCH), 100);
        assertThat(again).isEqualTo(one);
        assertThat(values(other, "ISA", 13)).isNotEqualTo(values(one, "ISA", 13));
    }

    @Test
    void counts_areThoseOfWhatIsThere() {
        String text = X12Files.text("834", World.POPULATION, 300, SMALL);
        Matcher transaction = Pattern.compile("ST\\*.*?SE\\*(\\d+)\\*[^~]*~").matcher(text);
        int transactions = 0;
        while (transaction.find()) {
            transactions++;
            assertThat(transaction.group().split("~"))
                    .hasSize(Integer.parseInt(transaction.group(1)));
        }
        assertThat(transactions).isEqualTo(segments(text, "ST").size());
        assertThat(values(text, "GE", 1).stream().mapToInt(Integer::parseInt).sum())
                .isEqualTo(transactions);
        assertThat(values(text, "IEA", 1).stream().mapToInt(Integer::parseInt).sum())
                .isEqualTo(segments(text, "GS").size());
    }

    @Test
    void theGuideIsNamedWithItsAddenda() {
        assertThat(values(X12Files.text("837i", World.POPULATION, 100), "GS", 8))
                .containsExactly("005010X223A2");
        assertThat(values(X12Files.text("837i", World.POPULATION, 100), "ST", 3))
                .containsExactly("005010X223A2");
        assertThat(segments(X12Files.text("835", World.POPULATION, 1), "ST").get(0)).hasSize(3);
    }

    @Test
    void everyByteIsPlainAscii() {
        for (String set : X12Files.kinds().keySet()) {
            assertThat(X12Files.text(set, World.POPULATION, 3_000)).matches("[ -~]*");
        }
    }

    @Test
    void noSegmentEndsInAnEmptyElement() {
        for (String set : X12Files.kinds().keySet()) {
            assertThat(X12Files.text(set, World.POPULATION, 1_000)).doesNotContain("*~", ":~:");
        }
    }
}
