package io.github.clinicaldata.format.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.support.ParsedMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in data, it comes back as it was and changes nothing round it. */
class SegmentWriterTest {
    private static final Literal MSH =
            Literal.of(
                    "MSH|^~\\&|A|B|C|D|20260101||ADT^A08^ADT_A01|1|T|2.5.1\r"
                            + "EVN|A08|20260101\rPID|1||1^^^A^MR||");

    private static String written(boolean ascii, Consumer<SegmentWriter> writing) {
        ByteSink sink = new ByteSink(16);
        SegmentWriter writer = new SegmentWriter(ascii);
        writer.to(sink);
        writing.accept(writer);
        return new String(sink.toByteArray(), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("|^~\\&")
                .withChars('a', 'z')
                .withChars("éñß'-. FSTREX0D")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(name -> !name.isBlank() && name.equals(name.strip()));
    }

    @Property(tries = 2_000)
    void namesWithDelimiters_areReadBack(
            @ForAll("names") String last, @ForAll("names") String first) {
        String text =
                written(
                        false,
                        out -> {
                            out.begin(MSH).text(Text.of(last)).component().text(Text.of(first));
                            out.skip(3).literal(Literal.of("F")).end();
                            out.begin(Literal.of("PV1|1|N")).end();
                        });
        ParsedMessage message = ParsedMessage.of(text);
        assertThat(message.get("PID", 5, 1)).isEqualTo(last);
        assertThat(message.get("PID", 5, 2)).isEqualTo(first);
        assertThat(message.get("PID", 5, 3)).isEmpty();
        assertThat(message.get("PID", 8)).isEqualTo("F");
        assertThat(message.get("PV1", 2)).isEqualTo("N");
    }

    @Example
    void controlCharacters_areEscaped_soThatNoSegmentEndsInData() {
        String text = written(false, out -> out.text(Text.of("a\rb\nc\u000Bd\u001Ce")));
        assertThat(text).isEqualTo("a\\X0D\\b\\X0A\\c\\X0B\\d\\X1C\\e");
    }

    @Example
    void accents_stay_orAreTakenOffWhereOnlyAsciiIsWanted() {
        Text name = Text.of("Núñez|Groß");
        assertThat(written(false, out -> out.text(name))).isEqualTo("Núñez\\F\\Groß");
        assertThat(written(true, out -> out.text(name))).isEqualTo("Nunez\\F\\Gross");
    }

    @Example
    void separators_waitForAValue() {
        assertThat(
                        written(
                                false,
                                out -> {
                                    out.begin(Literal.of("ZZZ")).next().number(1).skip(2);
                                    out.components(2).number(2).repeat().number(3).component();
                                    out.text(null).component().end();
                                    out.begin(Literal.of("ZZY")).next().text(Text.of("")).end();
                                }))
                .isEqualTo("ZZZ|1||^^2~3\rZZY\r");
    }

    @Example
    void momentsAndDays_areDigits() {
        assertThat(
                        written(
                                false,
                                out ->
                                        out.moment(
                                                        OffsetDateTime.parse(
                                                                "2026-02-03T04:05:06-09:30"))
                                                .next()
                                                .moment(
                                                        OffsetDateTime.parse(
                                                                "2026-12-31T23:59:59Z"))
                                                .next()
                                                .date(LocalDate.of(1931, 7, 4))))
                .isEqualTo("20260203040506-0930|20261231235959+0000|19310704");
    }

    @Example
    void hexadecimals_haveElevenDigits() {
        Literal before = Literal.of("x");
        assertThat(written(false, out -> out.hexadecimal(before, (1L << 42) - 1)))
                .isEqualTo("x3ffffffffff");
        assertThat(written(false, out -> out.hexadecimal(before, 0x1abL)))
                .isEqualTo("x000000001ab");
    }
}
