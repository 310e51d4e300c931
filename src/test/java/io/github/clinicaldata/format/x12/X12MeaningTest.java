package io.github.clinicaldata.format.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.support.World;
import io.github.clinicaldata.support.X12Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** Numbers by payer, by sets of {@code payer surname given name}. */
    private static Map<String, TreeSet<String>> numbers(String set) {
        Map<String, TreeSet<String>> numbers = new TreeMap<>();
        String payer = "";
        String person = "";
        String number = "";
        for (String[] segment : segments(set)) {
            boolean name = segment[0].equals("NM1");
            if (name && segment[1].equals("PR")) {
                payer = segment[9];
            } else if (name && segment[1].equals("IL")) {
                person = segment[3] + " " + segment[4];
                number = segment[9];
            }
            // of 837 the payer comes after the subscriber
            boolean complete =
                    set.startsWith("837")
                            ? name && segment[1].equals("PR")
                            : name && segment[1].equals("IL");
            if (complete && person.length() > 1) {
                numbers.computeIfAbsent(payer + " " + person, key -> new TreeSet<>()).add(number);
            }
        }
        return numbers;
    }

    @Test
    void eligibility_asksByTheNumberThatClaimsHave() {
        Map<String, TreeSet<String>> claims = numbers("837p");
        for (String set : List.of("270", "271")) {
            int alike = 0;
            int other = 0;
            for (Map.Entry<String, TreeSet<String>> each : numbers(set).entrySet()) {
                TreeSet<String> known = claims.get(each.getKey());
                if (known != null) {
                    // some questions have a wrong number
                    boolean disjoint = Collections.disjoint(known, each.getValue());
                    alike += disjoint ? 0 : 1;
                    other += disjoint ? 1 : 0;
                }
            }
            assertThat(alike).as(set).isGreaterThan(50);
            assertThat(other).as(set).isLessThan(5);
        }
    }

    @Test
    void enrollments_carryTheNumberOfTheProgramme() {
        List<String> numbers =
                segments("834").stream()
                        .filter(each -> each[0].equals("REF") && each[1].equals("0F"))
                        .map(each -> each[2])
                        .toList();

        assertThat(numbers)
                .anyMatch(number -> number.matches("SYN\\d{13}"))
                .anyMatch(number -> number.matches("\\dS[A-Z0-9]{9}"))
                .anyMatch(number -> number.matches("SYN[A-Z]{2}\\d{13}"));
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
