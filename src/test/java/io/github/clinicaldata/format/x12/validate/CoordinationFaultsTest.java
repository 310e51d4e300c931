package io.github.clinicaldata.format.x12.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of what several payers of a member make of a claim are found and named. */
class CoordinationFaultsTest {
    private static final int RECORDS = 6_000;
    private static final Map<String, String> FILES = new TreeMap<>();

    private static String file(String set) {
        return FILES.computeIfAbsent(
                set,
                name ->
                        X12Files.text(
                                name,
                                World.POPULATION,
                                RECORDS,
                                "line_breaks=true",
                                "per_transaction=100"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "837p|(AMT\\*D\\*)|$19|prior-paid-unbalanced|AMT",
                "837p|(AMT\\*D\\*)|$19|prior-claim-unbalanced|AMT",
                "837p|AMT\\*D\\*[^~]*~\\n|none|prior-paid-missing|AMT",
                "837p|(SVD\\*\\w+\\*)|$19|prior-line-unbalanced|SVD",
                "837p|SVD\\*\\w+|SVD*SYN00|prior-payer-unknown|SVD",
                "837p|(SVD\\*[^~]*~\\n)CAS\\*[^~]*~\\n|$1|prior-line-unbalanced|SVD",
                "837p|DTP\\*573[^~]*~\\n|none|implementation-segment-below-minimum-use|DTP",
                "837p|DTP\\*573\\*D8\\*\\d+|DTP*573*D8*20270101|prior-decision-in-future|DTP",
                "837p|SBR\\*P\\*18([^~]*~\\nAMT)|SBR*S*18$1|payer-sequence-twice|SBR",
                "837p|SBR\\*P\\*18([^~]*~\\nAMT)|SBR*T*18$1|prior-payer-missing|SBR",
                "837p|(CAS\\*\\w+\\*\\w+\\*[^~]*~\\nDTP\\*573)|CAS*XX*1*1~\\n$1"
                        + "|implementation-invalid-code-value|CAS",
                "837p|OI\\*\\*\\*Y[^~]*~\\n|none|implementation-segment-below-minimum-use|OI",
                "837i|(SVD\\*\\w+\\*)|$19|prior-line-unbalanced|SVD",
                "837i|(SVD\\*\\w+\\*[\\d.]+\\*[^*~]*\\*)\\d{4}|$1|required-data-element-missing|SVD",
                "837i|(AMT\\*D\\*)|$19|prior-paid-unbalanced|AMT",
                "837i|CTP\\*[^~]*~\\n|none|implementation-segment-below-minimum-use|CTP",
                "837i|LIN\\*\\*N4|LIN**ZZ|implementation-invalid-code-value|LIN",
                "835|NM1\\*TT[^~]*~\\n|none|crossover-missing|CLP",
                "835|(CAS\\*OA\\*23\\*)|$19|line-unbalanced|SVC",
                "834|(COB\\*\\w\\*[^~]*)\\*1~|$1*9~|implementation-invalid-code-value|COB",
                "834|(COB\\*\\w\\*[^~]*~\\n"
                        + "DTP\\*344[^~]*~\\n"
                        + "NM1\\*IN[^~]*~\\n"
                        + ")|$1$1|payer-sequence-twice|COB"
            })
    void isFoundAndNamed(String set, String find, String put, String code, String tag)
            throws Exception {
        String with = put == null ? "" : put.replace("\\n", "\n");
        String bad = X12Faults.plant(file(set), find, with);

        assertThat(X12Faults.validate(X12Faults.recounted(bad)).findings())
                .anySatisfy(
                        each -> {
                            assertThat(each.code()).isEqualTo(code);
                            assertThat(each.tag()).isEqualTo(tag);
                            assertThat(each.segment()).isPositive();
                        });
    }

    @Test
    void theFilesThemselves_areGood() throws Exception {
        for (String set : new String[] {"837p", "837i", "835", "834"}) {
            assertThat(X12Faults.validate(file(set)).findings()).as(set).isEmpty();
        }
    }
}
