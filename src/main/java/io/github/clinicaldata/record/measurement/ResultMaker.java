package io.github.clinicaldata.record.measurement;

import io.github.clinicaldata.record.Field;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.CodedValue;
import io.github.clinicaldata.record.code.CodedValues;
import io.github.clinicaldata.record.code.ReferenceRange;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Turns the value of an analyte into a result with its reference range and flag. Immutable. */
final class ResultMaker {
    private final Analyte analyte;
    private final CodedValue[] coded;
    private final long[] numbers;
    private final @Nullable Text little;

    ResultMaker(Analyte analyte) {
        this.analyte = analyte;
        CodedValues values = analyte.coded();
        coded = values == null ? new CodedValue[0] : values.values().toArray(CodedValue[]::new);
        numbers = new long[coded.length];
        for (int i = 0; i < coded.length; i++) {
            numbers[i] =
                    values != null && values.numeric()
                            ? Long.parseLong(coded[i].value().toString())
                            : Field.DecimalField.ABSENT;
        }
        long least = analyte.reportBelow();
        little = least == ReferenceRange.NONE ? null : Text.of("<" + least);
    }

    /**
     * The result of a value.
     *
     * @param value without its decimal point, or the number of a coded value
     */
    Result of(long value, Patient patient, OffsetDateTime observed) {
        if (coded.length > 0) {
            CodedValue found = coded[(int) value];
            long number = numbers[(int) value];
            return new Result(
                    analyte,
                    number,
                    number == Field.DecimalField.ABSENT ? found.value() : null,
                    found.answer(),
                    null,
                    found.abnormal() ? Flag.A : Flag.N,
                    observed);
        }
        ReferenceRange range = analyte.range(patient.sex, patient.months);
        boolean isLittle = little != null && value < analyte.reportBelow();
        return new Result(
                analyte,
                isLittle ? Field.DecimalField.ABSENT : value,
                isLittle ? little : null,
                null,
                range,
                range == null ? null : flag(value, range),
                observed);
    }

    private Flag flag(long value, ReferenceRange range) {
        if (range.low() != ReferenceRange.NONE && value < range.low()) {
            return value < analyte.criticalLow() ? Flag.LL : Flag.L;
        }
        if (range.high() != ReferenceRange.NONE && value > range.high()) {
            boolean critical =
                    analyte.criticalHigh() != ReferenceRange.NONE && value > analyte.criticalHigh();
            return critical ? Flag.HH : Flag.H;
        }
        return Flag.N;
    }
}
