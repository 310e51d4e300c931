package io.github.clinicaldata.format.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What transaction sets say beside each other, and what codes mean together. */
class X12MeaningTest {
    private static final int RECORDS = 6_000;

    private static List<String[]> segments(String set) {
        List<String[]> segments = new ArrayList<>();
        for (String segment : X12Files.text(set, World.POPULATION, RECORDS).split("~")) {
            segments.add(segment.split("\\*", -1));
        }
        return segments;
    }

    @Test
    void aPaymentOfNothing_isANotification() {
        List<String[]> payments =
                segments("835").stream().filter(each -> each[0].equals("BPR")).toList();

        assertThat(payments).anyMatch(each -> each[2].equals("0"));
        assertThat(payments)
                .allSatisfy(each -> assertThat(each[1]).isEqualTo(each[2].equals("0") ? "H" : "I"));
    }

    @Test
    void aPrescriber_rendersNoPharmacyClaim() {
        boolean rendered = false;
        int drugs = 0;
        for (String[] segment : segments("835")) {
            if (segment[0].equals("CLP")) {
                rendered = false;
            } else if (segment[0].equals("NM1") && segment[1].equals("82")) {
                rendered = true;
            } else if (segment[0].equals("SVC") && segment[1].startsWith("N4:")) {
                drugs++;
                assertThat(rendered).as(segment[1]).isFalse();
            }
        }
        assertThat(drugs).isPositive();
    }
}
