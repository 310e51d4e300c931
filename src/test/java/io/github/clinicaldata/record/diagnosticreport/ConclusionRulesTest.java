package io.github.clinicaldata.record.diagnosticreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.World;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What images and studies say fits the diagnosis and what else is said of the visit. */
class ConclusionRulesTest {
    private static final int COUNT = 400_000;
    private static final Findings FINDINGS = new Findings();

    /** Codes of one side or place of the pathways, and what is seen there. */
    private static final Map<String, String> PLACES =
            Map.ofEntries(
                    Map.entry("C34.11", "right upper"),
                    Map.entry("C34.12", "left upper"),
                    Map.entry("C34.2", "right middle"),
                    Map.entry("C34.31", "right lower"),
                    Map.entry("C34.32", "left lower"),
                    Map.entry("I63.511", "right"),
                    Map.entry("I63.512", "left"),
                    Map.entry("H25.11", "right"),
                    Map.entry("H25.12", "left"),
                    Map.entry("H25.13", "both"),
                    Map.entry("S72.141", "intertrochanteric"),
                    Map.entry("S72.142", "intertrochanteric"),
                    Map.entry("S72.001", "neck"),
                    Map.entry("S72.002", "neck"));

    private static final Map<String, Integer> SEEN = new TreeMap<>();

    /** What the first of colonoscopy and biopsy says of an encounter. */
    private static final Map<Object, String> COLONOSCOPIES = new HashMap<>();

    /** Encounters with an endoscopy that took nothing out. */
    private static final Set<Object> UNTOUCHED = new HashSet<>();

    private static final Map<String, String> SKIN =
            Map.of(
                    "B07", "verruca",
                    "L57.0", "actinic",
                    "L82", "seborrheic",
                    "L91.8", "skin tag",
                    "D22", "nevus");

    private static int pairs;

    @BeforeAll
    static void read() {
        RecordReader<DiagnosticReport> reader =
                World.DIAGNOSTIC_REPORTS.generator().open(World.POPULATION);
        for (long index = 0; index < COUNT; index++) {
            DiagnosticReport report = reader.read(index);
            if (report != null && report.conclusion() != null) {
                look(report, report.conclusion().toString().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static void look(DiagnosticReport report, String says) {
        String code = report.reason().code().toString();
        String panel = report.panel().toString();
        PLACES.forEach(
                (prefix, place) -> {
                    // the left ventricle is no side of the body
                    if (code.startsWith(prefix) && !panel.equals("echocardiogram")) {
                        FINDINGS.expect(
                                "no other side or place than that of the diagnosis",
                                isNowhere(says) || says.contains(place),
                                report);
                        count("place", says.contains(place));
                    }
                });
        if (panel.equals("electrocardiogram") && code.equals("I21.4")) {
            FINDINGS.expect(
                    "no ST segment elevation in an infarct without it",
                    !says.contains("elevation"),
                    report);
            count("infarct", true);
        }
        if (panel.equals("eye-exam") && code.matches("E1[01]\\.319")) {
            FINDINGS.expect(
                    "retinopathy is seen where it is the diagnosis",
                    !says.contains("without diabetic retinopathy"),
                    report);
        }
        if (panel.equals("colonoscopy-report") || panel.equals("upper-endoscopy-report")) {
            lookAtTissue(report, says);
        }
        if (panel.equals("biopsy-pathology")) {
            FINDINGS.expect(
                    "a pathologist has what an endoscopy took out",
                    !UNTOUCHED.contains(report.encounter()),
                    report);
            lookAtSkin(report, code, says);
            if (code.equals("D49.2")) {
                count("melanoma in a spot", says.contains("melanoma"));
                count("harmless spot", says.contains("benign") || says.contains("keratosis"));
            }
            FINDINGS.expect(
                    "what is cut out as a melanoma is one",
                    !code.startsWith("C43") || says.contains("melanoma"),
                    report);
        }
        if (code.startsWith("K50") || code.startsWith("K51")) {
            lookAtBowel(report, code, says);
        }
        FINDINGS.expect(
                "nothing is eroded in reflux without esophagitis",
                !code.equals("K21.9") || !says.contains("erosive"),
                report);
        FINDINGS.expect(
                "a fracture that is the diagnosis is seen",
                !code.matches("S(22|32).*A")
                        || !panel.matches("extremity-xray|chest-xray|ct-chest")
                        || says.contains("fracture") && !says.contains("without fracture"),
                report);
        switch (code) {
            case "Z12.11" -> lookAtColon(report, panel, says);
            case "Z12.31" -> count("recalled", says.contains("additional views"));
            case "R92.8" -> count("biopsy advised", says.contains("biopsy is advised"));
            case "Z12.2" -> count("nodule", !says.startsWith("no pulmonary nodule"));
            default -> {}
        }
    }

    private static boolean isNowhere(String says) {
        return PLACES.values().stream()
                .flatMap(place -> Arrays.stream(place.split(" ")))
                .noneMatch(word -> says.matches(".*\\b" + word + "\\b.*"));
    }

    private static void lookAtTissue(DiagnosticReport report, String says) {
        boolean taken = says.contains("biops") || says.contains("removed");
        count("tissue", taken);
        if (!taken) {
            UNTOUCHED.add(report.encounter());
        }
    }

    private static void lookAtSkin(DiagnosticReport report, String code, String says) {
        SKIN.forEach(
                (prefix, word) -> {
                    if (code.startsWith(prefix)) {
                        FINDINGS.expect(
                                "a sample of the skin is what the diagnosis says",
                                says.contains(word),
                                report);
                    }
                });
    }

    private static void lookAtBowel(DiagnosticReport report, String code, String says) {
        boolean crohn = code.startsWith("K50");
        FINDINGS.expect(
                "Crohn's disease spares parts and colitis none from the rectum on",
                crohn
                        ? !says.contains("continuous") && !says.contains("no granulomas")
                        : !says.contains("ileum")
                                && !says.contains("patchy")
                                && !says.contains("with granulomas"),
                report);
    }

    private static void lookAtColon(DiagnosticReport report, String panel, String says) {
        String found =
                says.contains("two small polyps") || says.contains("adenoma")
                        ? "adenoma"
                        : says.contains("polyp") ? "polyp" : "nothing";
        if (panel.equals("colonoscopy-report")) {
            count("adenoma", found.equals("adenoma"));
            count("normal colon", found.equals("nothing"));
        }
        String other = COLONOSCOPIES.put(report.encounter(), found);
        if (other != null) {
            pairs++;
            FINDINGS.expect("a biopsy has what the colonoscopy saw", other.equals(found), report);
        }
    }

    private static void count(String what, boolean is) {
        SEEN.merge(what + (is ? "" : " not"), 1, Integer::sum);
    }

    private static double share(String what) {
        double is = SEEN.getOrDefault(what, 0);
        return is / (is + SEEN.getOrDefault(what + " not", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no other side or place than that of the diagnosis",
                "no ST segment elevation in an infarct without it",
                "retinopathy is seen where it is the diagnosis",
                "a biopsy has what the colonoscopy saw",
                "a pathologist has what an endoscopy took out",
                "a sample of the skin is what the diagnosis says",
                "what is cut out as a melanoma is one",
                "nothing is eroded in reflux without esophagitis",
                "a fracture that is the diagnosis is seen",
                "Crohn's disease spares parts and colitis none from the rectum on"
            })
    void holds(String rule) {
        FINDINGS.assertHolds(rule);
    }

    @Test
    void checksAfterAMelanoma_findOneInAboutATenthOfTheSpots() {
        assertThat(share("melanoma in a spot")).isBetween(0.02, 0.25);
        assertThat(share("harmless spot")).isBetween(0.3, 0.7);
    }

    @Test
    void screening_findsSomethingInSome() {
        assertThat(share("adenoma")).isBetween(0.25, 0.4);
        assertThat(share("normal colon")).isBetween(0.5, 0.65);
        assertThat(share("nodule")).isBetween(0.2, 0.35);
        assertThat(share("recalled")).isBetween(0.07, 0.15);
        assertThat(share("biopsy advised")).isBetween(0.1, 0.4);
        assertThat(pairs).isPositive();
        assertThat(share("tissue")).isBetween(0.3, 0.7);
        assertThat(SEEN.get("place")).isPositive();
        assertThat(SEEN.get("infarct")).isPositive();
    }
}
