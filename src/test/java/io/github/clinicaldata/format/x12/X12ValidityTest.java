package io.github.clinicaldata.format.x12;

import static org.assertj.core.api.Assertions.assertThat;

import com.imsweb.x12.reader.X12Reader;
import io.github.clinicaldata.format.x12.validate.Finding;
import io.github.clinicaldata.format.x12.validate.X12Report;
import io.github.clinicaldata.format.x12.validate.X12Validator;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that we write is found fault with: by schema, by the rules, and by another reader. {@code
 * -Dx12.records=100000} looks at more records than is fit for each build.
 */
class X12ValidityTest {
    private static final int MANY = Integer.getInteger("x12.records", 10_000);
    private static final int VERY_MANY = 100_000;

    static Stream<String> sets() {
        return X12Files.kinds().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void nothingIsWrong_inManyRecords(String set) throws Exception {
        assertNothingWrong(set, World.POPULATION, MANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"837p", "837i"})
    void nothingIsWrong_inAHundredThousandClaims(String set) throws Exception {
        assertNothingWrong(set, World.POPULATION, VERY_MANY);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void nothingIsWrong_afterTheEpoch(String set) throws Exception {
        Population later = new Population(7, World.EPOCH, World.EPOCH.plusYears(1), Knobs.DEFAULTS);
        assertNothingWrong(set, later, 3_000);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void nothingIsWrong_inSmallTransactionsGroupsAndInterchanges(String set) throws Exception {
        assertNothingWrong(
                set,
                World.POPULATION,
                2_000,
                "per_transaction=3",
                "per_group=4",
                "per_interchange=2",
                "delimiters=pipe-greater-caret-tilde",
                "line_breaks=true",
                "usage=P");
    }

    @Test
    void nothingIsWrong_withALineFeedAsTheEndOfSegments() throws Exception {
        assertNothingWrong(
                "837p", World.POPULATION, 2_000, "delimiters=star-greater-caret-newline");
    }

    private static void assertNothingWrong(
            String set, Population population, long until, String... options) throws Exception {
        try (InputStream file = X12Files.open(set, population, until, options)) {
            X12Report report = X12Validator.validate(file, 5);
            assertThat(report.findings()).as(set).isEmpty();
            assertThat(report.transactions()).isPositive();
        }
    }

    @Test
    void aStreamOfNothing_isAnInterchangeWithoutGroups() throws Exception {
        try (InputStream file = X12Files.open("837p", World.POPULATION, 0)) {
            X12Report report = X12Validator.validate(file, 5);
            assertThat(report.findings()).isEmpty();
            assertThat(report.groups()).isZero();
        }
    }

    @Test
    void aGroup_mayHoldMoreThan99999Transactions() throws Exception {
        String one = X12Files.text("276", World.POPULATION, 200, "per_transaction=1000");
        int begin = one.indexOf("ST*");
        int end = one.indexOf("GE*");
        StringBuilder many = new StringBuilder(one.substring(0, begin));
        int sets = 100_001;
        for (int i = 1; i <= sets; i++) {
            String number = String.format("%04d", i);
            many.append("ST*997*").append(number).append("~SE*2*").append(number).append('~');
        }
        many.append(one.substring(end).replaceFirst("GE\\*1\\*", "GE*" + sets + "*"));

        X12Report report =
                X12Validator.validate(
                        new ByteArrayInputStream(
                                many.toString().getBytes(StandardCharsets.US_ASCII)),
                        sets);

        assertThat(report.transactions()).isEqualTo(sets);
        assertThat(report.findings())
                .extracting(Finding::code)
                .doesNotContain("loop-occurs-over-maximum-times");
    }

    @Test
    void anotherReader_findsNothingWrongWithProfessionalClaims() throws Exception {
        try (InputStream file =
                X12Files.open("837p", World.POPULATION, MANY, "per_transaction=100")) {
            X12Reader reader =
                    new X12Reader(
                            X12Reader.FileType.ANSI837_5010_X222, file, StandardCharsets.US_ASCII);
            assertThat(reader.getErrors()).isEmpty();
            assertThat(reader.getFatalErrors()).isEmpty();
            assertThat(reader.getLoops()).isNotEmpty();
        }
    }

    @Test
    void plantedFaultsOfClaims_areFound() throws Exception {
        TreeMap<String, String> all = new TreeMap<>();
        all.put("invalid_share", "1");
        Population faulty = new Population(42, World.EPOCH, World.EPOCH, new Knobs(all));
        Set<String> codes = new TreeSet<>();
        try (InputStream file = X12Files.open("837p", faulty, 2_000)) {
            X12Validator.validate(file, 100_000).findings().forEach(each -> codes.add(each.code()));
        }
        assertThat(codes)
                .contains("diagnosis-missing", "charge-unbalanced", "npi-wrong", "pointer-wrong");
    }
}
