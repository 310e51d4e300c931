package io.github.clinicaldata.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.support.World;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Values that no generator makes today: quotes, line breaks, other scripts, the ends of numbers.
 */
class OddValuesTest {
    /** A record of odd values. */
    record Oddity(String text, int number, @Nullable LocalDate date, List<Text> list) {}

    private static final RecordSchema<Oddity> SCHEMA =
            RecordSchema.<Oddity>named("oddity")
                    .integer("number", Oddity::number, "Any number")
                    .text("text", odd -> Text.of(odd.text()), "Any text")
                    .optionalDate("date", Oddity::date, "Any date")
                    .bool("negative", odd -> odd.number() < 0, "Whether the number is below zero")
                    .texts("list", Oddity::list, "Any plain texts")
                    .build();

    private static byte[] write(String format, List<Oddity> oddities) {
        RecordKind<Oddity> kind = new Oddities();
        ByteSink sink = new ByteSink(1);
        EncoderSession<Oddity> session =
                World.format(format)
                        .encoder(kind, SCHEMA)
                        .open(new StreamContext(World.POPULATION, 0));
        session.begin(sink);
        oddities.forEach(odd -> session.write(odd, sink));
        session.end(sink);
        return sink.toByteArray();
    }

    private record Oddities() implements RecordKind<Oddity> {
        @Override
        public String name() {
            return "oddities";
        }

        @Override
        public String singular() {
            return "oddity";
        }

        @Override
        public int code() {
            return 200;
        }

        @Override
        public String description() {
            return "Odd values";
        }

        @Override
        public RecordSchema<Oddity> schema() {
            return SCHEMA;
        }

        @Override
        public RecordGenerator<Oddity> generator() {
            return population ->
                    index -> new Oddity(Long.toString(index), (int) index, null, List.of());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> special =
                Arbitraries.of(
                        "",
                        "\"",
                        "a,b",
                        "line\nbreak",
                        "\r\n",
                        "back\\slash",
                        "\t",
                        "\u0000\u001f",
                        "\u007f",
                        "Do\u00f1a Ana",
                        "\u5f20\u4f1f",
                        "\ud83d\ude80",
                        "{\"a\":1}",
                        "=1+1",
                        " blank ");
        return Arbitraries.oneOf(
                special,
                Arbitraries.strings().ascii().ofMaxLength(40),
                special.list().ofMaxSize(5).map(parts -> String.join("", parts)));
    }

    @Property(tries = 300)
    void jackson_getsAnyTextAndNumberBack(@ForAll("texts") String text, @ForAll int number)
            throws Exception {
        Oddity odd = new Oddity(text, number, LocalDate.of(9999, 12, 31), List.of(Text.of(text)));
        for (String format : List.of("ndjson", "json")) {
            JsonNode read = new ObjectMapper().readTree(write(format, List.of(odd)));
            JsonNode object = read.isArray() ? read.get(0) : read;
            assertThat(object.get("text").asText()).isEqualTo(text);
            assertThat(object.get("number").asInt()).isEqualTo(number);
            assertThat(object.get("negative").asBoolean()).isEqualTo(number < 0);
            assertThat(object.get("date").asText()).isEqualTo("9999-12-31");
            assertThat(object.get("list").get(0).asText()).isEqualTo(text);
        }
        String line = new String(write("ndjson", List.of(odd)), StandardCharsets.UTF_8);
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    }

    @Property(tries = 300)
    void fastcsv_getsAnyTextBack(@ForAll("texts") String text, @ForAll int number)
            throws Exception {
        Oddity odd = new Oddity(text, number, null, List.of(Text.of("one"), Text.of("two")));
        String csv = new String(write("csv", List.of(odd)), StandardCharsets.UTF_8);
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().allowExtraCharsAfterClosingQuote(false).ofCsvRecord(csv)) {
            List<CsvRecord> rows = reader.stream().toList();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getFields())
                    .containsExactly("" + number, text, "", "" + (number < 0), "one;two");
        }
    }

    @Test
    void theEndsOfWholeNumbers_areWritten() {
        ByteSink sink = new ByteSink(1);
        for (long number : new long[] {0, 9, 10, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            sink.writeDecimal(number);
            sink.write(' ');
        }
        assertThat(new String(sink.toByteArray(), StandardCharsets.US_ASCII))
                .isEqualTo("0 9 10 -1 9223372036854775807 -9223372036854775808 ");
    }

    @Test
    void patterns_keepLeadingZeros() {
        assertThat(DigitPattern.of("##-#####").format(70)).isEqualTo("00-00070");
        assertThat(DigitPattern.of("##-#####")).hasToString("##-#####");
    }

    @Test
    void aSchema_refusesAFieldTwice() {
        var builder =
                RecordSchema.<Oddity>named("twice")
                        .integer("a", Oddity::number, "")
                        .bool("a", odd -> true, "");
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("twice");
        assertThat(SCHEMA.fields()).extracting(Field::name).contains("list");
    }
}
