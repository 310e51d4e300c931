package io.github.clinicaldata.record.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.support.Findings;
import io.github.clinicaldata.support.Sweep;
import io.github.clinicaldata.support.World;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No identifier of a million providers can belong to a real one, and none comes twice. */
class ProviderIdentifiersTest {
    /** Not in the IRS list "How EINs are assigned and valid EIN prefixes". */
    private static final Set<Long> UNASSIGNED =
            Set.of(7L, 8L, 9L, 17L, 18L, 19L, 28L, 29L, 49L, 69L, 70L, 78L, 79L, 89L, 96L, 97L);

    private static final Findings FINDINGS = new Findings();
    private static final long[] IDS = new long[Sweep.MILLION];
    private static final long[] NPIS = new long[Sweep.MILLION];
    private static int row;

    @BeforeAll
    static void readAMillion() {
        Sweep.over(
                World.PROVIDERS,
                World.POPULATION,
                Sweep.MILLION,
                provider -> {
                    IDS[row] = provider.id().high() ^ Mixer.mix(provider.id().low());
                    NPIS[row++] = provider.npi();
                    FINDINGS.expect("begins with 2", provider.npi() / 1_000_000_000 == 2, provider);
                    FINDINGS.expect("luhn", isLuhn("80840" + provider.npi()), provider);
                    FINDINGS.expect(
                            "ein", UNASSIGNED.contains(provider.taxId() / 10_000_000), provider);
                    long line = provider.telephone() % 10_000_000;
                    FINDINGS.expect(
                            "telephone",
                            line >= 555_0100
                                    && line <= 555_0199
                                    && provider.telephone() / 10_000_000
                                            == provider.address().place().areaCode(),
                            provider);
                });
    }

    /** The textbook's formula, from the right, on text; nothing shared with the product's. */
    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }

    @Test
    void ourLuhn_knowsTheExampleOfTheRule() {
        // CMS: the NPI 123456789 gets the check digit 3
        assertThat(isLuhn("808401234567893")).isTrue();
        assertThat(isLuhn("808401234567894")).isFalse();
    }

    @Test
    void npis_beginWith2_haveARightCheckDigit_andAreUnique() {
        FINDINGS.assertHolds("begins with 2");
        FINDINGS.assertHolds("luhn");
        assertThat(Sweep.repeats(NPIS)).isZero();
    }

    @Test
    void taxIds_havePrefixesThatWereNeverAssigned() {
        FINDINGS.assertHolds("ein");
    }

    @Test
    void telephones_areReservedForFiction_underThePlacesAreaCode() {
        FINDINGS.assertHolds("telephone");
    }

    @Test
    void recordIds_areUnique() {
        assertThat(Sweep.repeats(IDS)).isZero();
    }
}
