package io.github.clinicaldata.format.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.record.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SegmentWriterTest {
    private static String written(Delimiters delimiters, Consumer<SegmentWriter> what) {
        ByteSink sink = new ByteSink(16);
        SegmentWriter out = new SegmentWriter(delimiters);
        out.to(sink);
        what.accept(out);
        return new String(sink.toByteArray(), StandardCharsets.US_ASCII);
    }

    private static String written(Consumer<SegmentWriter> what) {
        return written(Delimiters.of("star-colon-caret-tilde", false), what);
    }

    private static String text(String value) {
        return written(out -> out.text(Text.of(value), 60));
    }

    @Test
    void accents_areFolded() {
        assertThat(text("José Núñez-Ångström")).isEqualTo("JOSE NUNEZ-ANGSTROM");
        assertThat(text("Łukasz Straße")).isEqualTo("LUKASZ STRASSE");
        assertThat(text("Þór Æsir Œuvre Đặng")).isEqualTo("THOR AESIR OEUVRE DANG");
        assertThat(text("O’Neil–Smith")).isEqualTo("O'NEIL-SMITH");
        assertThat(text("山田")).isEmpty();
    }

    @Test
    void delimitersOfAnySet_neverStandInData() {
        assertThat(text("A*B:C^D~E|F>G")).isEqualTo("A B C D E F G");
        assertThat(text("line\nfeed\ttab\u007F.")).isEqualTo("LINE FEED TAB .");
        String other =
                written(
                        Delimiters.of("pipe-greater-caret-tilde", true),
                        out -> out.begin(Literal.of("N3|")).text(Text.of("A|B>C~D"), 9).end());
        assertThat(other).isEqualTo("N3|A B C D~\n");
    }

    @Test
    void texts_areCutAndHaveNoSpaceAtTheEnd() {
        assertThat(written(out -> out.text(Text.of("ABC DEF"), 4))).isEqualTo("ABC");
        assertThat(written(out -> out.text(Text.of("José Núñez"), 4))).isEqualTo("JOSE");
    }

    @Test
    void separators_waitForAValue() {
        assertThat(
                        written(
                                out -> {
                                    out.begin(Literal.of("XX*")).number(1).next().next();
                                    out.text(null, 9).next().number(2).component().skip(3);
                                    out.end();
                                }))
                .isEqualTo("XX*1***2~");
    }

    @Test
    void amounts_haveNoZerosAtEitherEnd() {
        assertThat(written(out -> out.money(12_300))).isEqualTo("123");
        assertThat(written(out -> out.money(12_350))).isEqualTo("123.5");
        assertThat(written(out -> out.money(12_305))).isEqualTo("123.05");
        assertThat(written(out -> out.money(-5))).isEqualTo("-.05");
        assertThat(written(out -> out.money(-50))).isEqualTo("-.5");
        assertThat(written(out -> out.money(99))).isEqualTo(".99");
        assertThat(written(out -> out.money(100))).isEqualTo("1");
        assertThat(written(out -> out.money(0))).isEqualTo("0");
        assertThat(written(out -> out.decimal(25, 4))).isEqualTo(".0025");
        assertThat(written(out -> out.decimal(15, 1))).isEqualTo("1.5");
    }

    @Test
    void days_areThoseOfTheCalendar() {
        LocalDate day = LocalDate.of(1899, 12, 28);
        while (day.getYear() < 2105) {
            long expected =
                    (day.getYear() * 100L + day.getMonthValue()) * 100 + day.getDayOfMonth();
            assertThat(SegmentWriter.yearMonthDay(day.toEpochDay())).isEqualTo(expected);
            day = day.plusDays(1);
        }
    }
}
