package io.github.clinicaldata.format.x12.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.format.x12.validate.Submission;
import io.github.clinicaldata.format.x12.validate.X12Report;
import io.github.clinicaldata.format.x12.validate.X12Validator;
import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final String FILE =
            X12Files.text("837p", World.POPULATION, 400, "per_transaction=50");

    private static Submission read(String file) throws IOException {
        return X12Validator.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)))
                .submission();
    }

    private static List<String> acknowledgment(String file) throws IOException {
        return segments(Acknowledgment.of(read(file)));
    }

    private static List<String> claims(String file) throws IOException {
        return segments(ClaimAcknowledgment.of(read(file)));
    }

    private static List<String> segments(byte[] answer) throws IOException {
        X12Report report = X12Validator.validate(new ByteArrayInputStream(answer), 5);
        assertThat(report.findings()).isEmpty();
        return Arrays.asList(new String(answer, StandardCharsets.US_ASCII).split("~"));
    }

    private static List<String> of(List<String> segments, String start) {
        return segments.stream().filter(each -> each.startsWith(start)).toList();
    }

    private static String element(String segment, int position) {
        return segment.split("\\*", -1)[position];
    }

    @ParameterizedTest
    @ValueSource(strings = {"837p", "837i", "835", "270", "271", "276", "277", "834"})
    void goodFile_isAcceptedTransactionByTransaction(String set) throws IOException {
        String file = X12Files.text(set, World.POPULATION, 300, "per_transaction=20");
        List<String> sent = of(Arrays.asList(file.split("~")), "ST*");
        List<String> answer = acknowledgment(file);

        assertThat(of(answer, "AK2*")).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(of(answer, "AK2*").get(i).substring(4)).isEqualTo(sent.get(i).substring(3));
        }
        assertThat(of(answer, "IK5*")).hasSameSizeAs(sent).containsOnly("IK5*A");
        int count = sent.size();
        assertThat(of(answer, "AK9*"))
                .containsExactly("AK9*A*%d*%d*%d".formatted(count, count, count));
    }

    @Test
    void answer_goesBackToTheSender_withTheNumbersOfTheFile() throws IOException {
        List<String> sent = Arrays.asList(FILE.split("~"));
        List<String> answer = acknowledgment(FILE);
        String isa = answer.get(0);

        assertThat(isa).hasSize(105);
        assertThat(element(isa, 6)).isEqualTo(element(sent.get(0), 8));
        assertThat(element(isa, 8)).isEqualTo(element(sent.get(0), 6));
        assertThat(element(isa, 13)).isEqualTo(element(sent.get(0), 13));
        assertThat(element(answer.get(1), 2)).isEqualTo(element(sent.get(1), 3));
        assertThat(of(answer, "AK1*").get(0))
                .isEqualTo("AK1*HC*%s*005010X222A1".formatted(element(sent.get(1), 6)));
        assertThat(Acknowledgment.of(read(FILE))).isEqualTo(Acknowledgment.of(read(FILE)));
    }

    @Test
    void faultOfAnElement_isNamedBySegmentPositionLoopAndElement() throws IOException {
        String bad = FILE.replaceFirst("BHT\\*0019\\*00", "BHT*0019*99");
        List<String> answer = acknowledgment(bad);

        assertThat(answer).contains("IK3*BHT*2**8", "IK4*2**I6", "IK5*R*I5");
        int transactions = of(answer, "AK2*").size();
        assertThat(of(answer, "AK9*"))
                .containsExactly(
                        "AK9*P*%d*%d*%d".formatted(transactions, transactions, transactions - 1));
    }

    @Test
    void faultOfAClaim_isNotedWithItsNumber_andItAloneIsRejected() throws IOException {
        String bad = FILE.replaceFirst("CLM\\*([^*]*)\\*[^*]*\\*", "CLM*$1*0.01*");
        String number = element(of(Arrays.asList(FILE.split("~")), "CLM*").get(0), 1);
        List<String> answer = acknowledgment(bad);

        assertThat(of(answer, "IK3*"))
                .singleElement()
                .asString()
                .matches("IK3\\*CLM\\*\\d+\\*2300\\*8");
        assertThat(answer).contains("CTX*CLM01:" + number, "IK4*2**I12", "IK5*E*I5");
        assertThat(of(answer, "AK9*").get(0)).startsWith("AK9*E*");

        List<String> claims = claims(bad);
        int trace = claims.indexOf("TRN*2*" + number);
        assertThat(claims.get(trace + 1)).matches("STC\\*A8:400\\*\\d{8}\\*U\\*0\\.01");
        assertThat(of(claims, "STC*").stream().filter(each -> each.contains("*U*")).toList())
                .hasSize(2);
        assertThat(of(claims, "QTY*AA*")).containsExactly("QTY*AA*1");
    }

    @Test
    void claimsAndAmounts_addUpOnEveryLevel() throws IOException {
        String bad = FILE.replaceFirst("CLM\\*([^*]*)\\*[^*]*\\*", "CLM*$1*0.01*");
        List<String> sent = of(Arrays.asList(bad.split("~")), "CLM*");
        List<String> answer = claims(bad);

        assertThat(answer.stream().filter(each -> each.matches("HL\\*.*\\*PT")).toList())
                .hasSameSizeAs(sent);
        assertThat(sum(of(answer, "QTY*90*")).add(sum(of(answer, "QTY*AA*"))))
                .isEqualByComparingTo(BigDecimal.valueOf(sent.size()));
        assertThat(sum(of(answer, "QTY*QA*")).add(sum(of(answer, "QTY*QC*"))))
                .isEqualByComparingTo(BigDecimal.valueOf(sent.size()));
        BigDecimal charges = sum(sent);
        assertThat(sum(of(answer, "AMT*"))).isEqualByComparingTo(charges.add(charges));
    }

    private static BigDecimal sum(List<String> segments) {
        return segments.stream()
                .map(each -> new BigDecimal(element(each, 2)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void claimsOfInstitutions_sayTheTypeOfBillAndThePeriod() throws IOException {
        List<String> answer = claims(X12Files.text("837i", World.POPULATION, 500));

        assertThat(of(answer, "REF*BLT*")).isNotEmpty().allMatch(each -> each.length() > 10);
        assertThat(of(answer, "DTP*472*RD8*")).isNotEmpty();
    }

    @Test
    void fileThatBreaksOff_lacksATrailer() throws IOException {
        List<String> answer = acknowledgment(FILE.substring(0, FILE.length() / 2));

        assertThat(of(answer, "IK5*R*2")).hasSize(1);
        assertThat(of(answer, "AK9*").get(0)).startsWith("AK9*P*").endsWith("*3");
        assertThat(of(claims(FILE.substring(0, FILE.length() / 2)), "STC*A3:122*")).isNotEmpty();
    }

    @Test
    void eachGroupAndInterchange_getsAnAnswerOfItsOwn() throws IOException {
        String file =
                X12Files.text(
                        "837p",
                        World.POPULATION,
                        600,
                        "per_transaction=10",
                        "per_group=2",
                        "per_interchange=2");
        List<String> sent = Arrays.asList(file.split("~"));
        for (List<String> answer : List.of(acknowledgment(file), claims(file))) {
            assertThat(of(answer, "ISA*")).hasSameSizeAs(of(sent, "ISA*")).hasSizeGreaterThan(1);
            assertThat(of(answer, "GS*")).hasSameSizeAs(of(sent, "GS*"));
        }
        assertThat(of(acknowledgment(file), "AK2*")).hasSameSizeAs(of(sent, "ST*"));
        assertThat(of(claims(file), "ST*277*")).hasSameSizeAs(of(sent, "ST*"));
    }

    @Test
    void answers_areThemselvesAnswered() throws IOException {
        String claims = new String(ClaimAcknowledgment.of(read(FILE)), StandardCharsets.US_ASCII);
        assertThat(of(acknowledgment(claims), "IK5*")).isNotEmpty().containsOnly("IK5*A");
        assertThat(ClaimAcknowledgment.answers(read(claims))).isFalse();
    }

    @Test
    void delimitersOfTheFile_areNotThoseOfTheAnswer() throws IOException {
        String file =
                X12Files.text(
                        "837p",
                        World.POPULATION,
                        400,
                        "per_transaction=50",
                        "delimiters=pipe-greater-caret-tilde");
        assertThat(acknowledgment(file)).isEqualTo(acknowledgment(FILE));
        assertThat(claims(file)).isEqualTo(claims(FILE));
    }
}
