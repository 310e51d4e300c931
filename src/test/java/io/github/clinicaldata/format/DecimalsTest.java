package io.github.clinicaldata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecimalsTest {
    private static String written(long number, int decimals) {
        ByteSink sink = new ByteSink(0);
        sink.write((byte) '<');
        sink.writeDecimal(number, decimals);
        sink.write((byte) '>');
        return new String(sink.toByteArray(), StandardCharsets.US_ASCII);
    }

    private static String expected(long number, int decimals) {
        return '<' + BigDecimal.valueOf(number, decimals).toPlainString() + '>';
    }

    @Property
    void numberIsWrittenAsBigDecimalWritesIt(
            @ForAll long number, @ForAll @IntRange(max = 9) int decimals) {
        assertThat(written(number, decimals)).isEqualTo(expected(number, decimals));
    }

    @Property
    void numberOfFewDigitsIsWrittenAsBigDecimalWritesIt(
            @ForAll int number,
            @ForAll @IntRange(max = 9) int digits,
            @ForAll @IntRange(max = 9) int decimals) {
        long few = number / (long) Math.pow(10, digits);
        assertThat(written(few, decimals)).isEqualTo(expected(few, decimals));
    }

    @Example
    void numbersRoundEachPowerOfTenAreWrittenAsBigDecimalWritesThem() {
        for (int decimals = 0; decimals <= 9; decimals++) {
            long power = 1;
            for (int digits = 0; digits <= 18; digits++) {
                for (long number = power - 1; number <= power + 1; number++) {
                    assertThat(written(number, decimals)).isEqualTo(expected(number, decimals));
                    assertThat(written(-number, decimals)).isEqualTo(expected(-number, decimals));
                }
                power *= 10;
            }
            assertThat(written(Long.MIN_VALUE, decimals))
                    .isEqualTo(expected(Long.MIN_VALUE, decimals));
            assertThat(written(Long.MAX_VALUE, decimals))
                    .isEqualTo(expected(Long.MAX_VALUE, decimals));
        }
    }
}
