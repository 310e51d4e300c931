package io.github.clinicaldata.format.x12.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.x12.answer.Acknowledgment;
import io.github.clinicaldata.format.x12.answer.ClaimAcknowledgment;
import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file, its answers are right, and say so. */
class AnsweredFaultsTest {
    private static final int MUTATIONS = 100;

    static Stream<PlantedFaultsTest.Fault> faults() {
        return PlantedFaultsTest.faults().stream();
    }

    private static X12Reading read(byte[] file) throws IOException {
        return X12Validator.read(new ByteArrayInputStream(file));
    }

    private static String checked(byte[] answer) throws IOException {
        X12Report report = X12Validator.validate(new ByteArrayInputStream(answer), 5);
        String text = new String(answer, StandardCharsets.US_ASCII);
        assertThat(report.findings()).as(text).isEmpty();
        assertThat(report.transactions()).isPositive();
        return text;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsAnswered(PlantedFaultsTest.Fault fault) throws IOException {
        X12Reading reading = read(fault.file().getBytes(StandardCharsets.US_ASCII));
        Submission submission = reading.submission();
        assertThat(submission.groups()).isPositive();
        String answer = checked(Acknowledgment.of(submission));
        List<Submission.Transaction> wrong =
                submission.interchanges().stream()
                        .flatMap(each -> each.groups().stream())
                        .flatMap(each -> each.transactions().stream())
                        .filter(each -> each.verdict() != Verdict.ACCEPTED)
                        .toList();
        if (!wrong.isEmpty()) {
            assertThat(answer).doesNotContain("AK9*A").containsPattern("IK5\\*[ER]\\*");
            assertThat(wrong).allSatisfy(each -> assertThat(each.findings()).isNotEmpty());
        }
        boolean inside = wrong.stream().anyMatch(each -> !each.findings().isEmpty());
        if (inside && fault.element() > 0 && !List.of("ST", "SE").contains(fault.tag())) {
            assertThat(answer).contains("IK3*" + fault.tag() + "*").contains("IK4*");
        }
        if (ClaimAcknowledgment.answers(submission)) {
            checked(ClaimAcknowledgment.of(submission));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"837p", "837i", "834"})
    void filesWithBytesChangedAtRandom_areReadToTheirEnd_andAnswered(String set)
            throws IOException {
        byte[] good =
                X12Files.text(set, World.POPULATION, 40, "per_transaction=5")
                        .getBytes(StandardCharsets.US_ASCII);
        Random random = new Random(set.hashCode());
        int answered = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            X12Reading reading = read(changed(good, random));
            Submission submission = reading.submission();
            if (submission.groups() > 0) {
                answered++;
                checked(Acknowledgment.of(submission));
            }
            if (ClaimAcknowledgment.answers(submission)) {
                checked(ClaimAcknowledgment.of(submission));
            }
        }
        assertThat(answered).isGreaterThan(MUTATIONS / 2);
    }

    /** A few bytes are put, taken away or replaced, among them delimiters and what is not ASCII. */
    private static byte[] changed(byte[] good, Random random) {
        StringBuilder text = new StringBuilder(new String(good, StandardCharsets.ISO_8859_1));
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            int place = 106 + random.nextInt(text.length() - 106);
            String put =
                    switch (random.nextInt(6)) {
                        case 0 -> "*";
                        case 1 -> "~";
                        case 2 -> ":^";
                        case 3 -> String.valueOf((char) random.nextInt(256));
                        case 4 -> "~HL*1**20*1";
                        default -> "";
                    };
            text.replace(place, Math.min(text.length(), place + random.nextInt(9)), put);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
