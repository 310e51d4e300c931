package io.github.clinicaldata.record.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.person.Sex;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgeCurveTest {
    private static final Limits ALL = new Limits(Limits.ANY_AGE, null);

    private static List<YamlNode> bands(String... bands) {
        String yaml = "bands:\n  - {" + String.join("}\n  - {", bands) + "}\n";
        return YamlNode.read("bands", new StringReader(yaml)).list("bands");
    }

    @Test
    void steps_areTheBandsTimesTheFactor() {
        AgeCurve curve =
                AgeCurve.steps(
                        bands("ages: 0-17, v: 5", "ages: 18-64, sex: female, v: 2"),
                        "v",
                        0.001,
                        ALL);
        assertThat(curve.at(Sex.MALE, 17)).isEqualTo(0.005);
        assertThat(curve.at(Sex.MALE, 18)).isZero();
        assertThat(curve.at(Sex.FEMALE, 64)).isEqualTo(0.002);
        assertThat(curve.at(Sex.FEMALE, 65)).isZero();
        assertThat(curve.at(Sex.FEMALE, -1)).isZero();
        assertThat(curve.highest(Sex.MALE)).isEqualTo(0.005);
    }

    @Test
    void theLimitOfAFile_holdsForAllBands() {
        AgeCurve curve =
                AgeCurve.smooth(
                        bands("ages: 20-120, v: 0.5"), "v", new Limits(Limits.ANY_AGE, Sex.MALE));
        assertThat(curve.at(Sex.MALE, 50)).isEqualTo(0.5);
        assertThat(curve.highest(Sex.FEMALE)).isZero();
    }

    @Test
    void theLastBand_goesOnToTheOldest() {
        AgeCurve curve = AgeCurve.smooth(bands("ages: 65-120, v: 0.3"), "v", ALL);
        assertThat(curve.at(Sex.FEMALE, 125)).isEqualTo(0.3);
        assertThat(curve.at(Sex.FEMALE, 500)).isEqualTo(0.3);
    }

    @Test
    void smoothShares_goOverFromBandToBand_andKeepTheMean() {
        AgeCurve curve =
                AgeCurve.smooth(bands("ages: 0-39, v: 0.1", "ages: 40-59, v: 0.3"), "v", ALL);
        assertThat(curve.at(Sex.MALE, 29)).isEqualTo(0.1);
        assertThat(curve.at(Sex.MALE, 40)).isCloseTo(0.2, within(1e-12));
        assertThat(curve.at(Sex.MALE, 49)).isCloseTo(0.29, within(1e-12));
        double sum = 0;
        for (double age = 0.5; age < 50; age++) {
            sum += curve.between(Sex.MALE, age);
        }
        assertThat(sum).isCloseTo(40 * 0.1 + 10 * 0.3, within(0.1));
    }

    @Test
    void whereNobodyHasIt_nobodyHasIt() {
        AgeCurve curve =
                AgeCurve.smooth(bands("ages: 45-54, v: 0.2", "ages: 55-60, v: 0.1"), "v", ALL);
        for (int age = 0; age < AgeCurve.AGES; age++) {
            if (age <= 45 || age > 60) {
                assertThat(curve.at(Sex.FEMALE, age)).as("at %d", age).isZero();
            } else {
                assertThat(curve.at(Sex.FEMALE, age)).as("at %d", age).isPositive();
            }
        }
    }
}
