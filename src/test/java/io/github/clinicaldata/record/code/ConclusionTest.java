package io.github.clinicaldata.record.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Of the wordings of a conclusion, the one that fits most closely is said. */
class ConclusionTest {
    private static final Conclusion SIDES =
            new Conclusion(
                    "some",
                    List.of(
                            wording("any", 1, List.of(), List.of()),
                            wording("right", 1, List.of("H25.1"), List.of()),
                            wording("right rare", 3, List.of("H25.1"), List.of()),
                            wording("left", 1, List.of("H25.12"), List.of()),
                            wording("recalled", 1, List.of(), List.of("R92"))));

    private static Conclusion.Wording wording(
            String text, double share, List<String> codes, List<String> followedBy) {
        return new Conclusion.Wording(
                Text.of(text), share, codes, followedBy, AnalyteLimits.ANY, Tissue.NONE);
    }

    static List<Panel> panels() {
        return Panels.standard().all();
    }

    @ParameterizedTest
    @CsvSource({
        "H26.9, 0.5, any",
        "H25.11, 0.2, right",
        "H25.11, 0.3, right rare",
        "H25.11, 0.999999, right rare",
        "H25.12, 0.9, left"
    })
    void longestCodeWins_thenShares(String code, double uniform, String text) {
        assertThat(SIDES.text(code, 600, any -> false, uniform)).hasToString(text);
    }

    @Test
    void whatFollows_goesBeforeCodes() {
        assertThat(SIDES.text("H25.12", 600, "R92"::equals, 0.5)).hasToString("recalled");
    }

    @ParameterizedTest
    @MethodSource("panels")
    void everyConclusion_saysSomethingOfAnyDiagnosisAtAnyAge(Panel panel) {
        for (Conclusion conclusion : panel.conclusions()) {
            for (int years = 0; years <= 120; years++) {
                assertThat(conclusion.text("Z99", years * 12, any -> false, 0.5).toString())
                        .as("%s of %s at %d", conclusion.key(), panel, years)
                        .isNotEmpty();
            }
        }
    }
}
