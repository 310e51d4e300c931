package io.github.clinicaldata.record.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes here are made up and stand for nobody's. */
class SiteCodesTest {
    private static final String TABLE =
            """
            # licensed to nobody
            service,code,modifier,description
            office-visit-brief,XA001,,Words of the site
            telehealth-visit,XA002,95,
            """;

    @Test
    void aServiceOfTheTable_isBilledUnderTheSitesCode() {
        SiteCodes codes = SiteCodes.parse(TABLE);
        Service brief = Service.bundled().get("office-visit-brief");
        Service billed = codes.applyTo(brief);

        assertThat(billed.hcpcs()).hasToString("XA001");
        assertThat(billed.modifier()).isNull();
        assertThat(billed.name()).hasToString("Words of the site");
        assertThat(billed.professional()).isEqualTo(brief.professional());
    }

    @Test
    void wordsOfTheProductStand_whereTheSiteHasNone() {
        Service telehealth = Service.bundled().get("telehealth-visit");
        Service billed = SiteCodes.parse(TABLE).applyTo(telehealth);

        assertThat(billed.modifier()).hasToString("95");
        assertThat(billed.name()).isEqualTo(telehealth.name());
    }

    @Test
    void otherServices_keepTheirFreeCodes() {
        Service wellness = Service.bundled().get("annual-wellness-visit");

        assertThat(SiteCodes.parse(TABLE).applyTo(wellness)).isSameAs(wellness);
    }

    @Test
    void theFingerprint_dependsOnWhatIsSaid_andNotOnTheOrderOfLines() {
        String turned =
                """
                service,description,code,modifier
                telehealth-visit,,XA002,95
                office-visit-brief,Words of the site,XA001,
                """;

        assertThat(SiteCodes.parse(turned).fingerprint())
                .hasSize(16)
                .isEqualTo(SiteCodes.parse(TABLE).fingerprint())
                .isNotEqualTo(SiteCodes.parse(TABLE.replace("XA002", "XA003")).fingerprint());
        assertThat(SiteCodes.NONE.fingerprint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service,name | office-visit-brief,XA001 | line 2: the columns service and code",
                "service,code | office-visit,XA001 | line 2: there is no service 'office-visit'",
                "service,code | office-visit-brief,xa001 | line 2: a code is five capital letters",
                "service,code | office-visit-brief,9921 | line 2: a code is five capital letters",
                "service,code,modifier | office-visit-brief,XA001,255 | line 2: a modifier is two",
            })
    void whatIsWrong_isNamedWithItsLine(String header, String line, String message) {
        assertThatThrownBy(() -> SiteCodes.parse(header + "\n" + line + "\n"))
                .hasMessageContaining(message);
    }

    @Test
    void aServiceThatIsThereTwice_isRefused() {
        assertThatThrownBy(() -> SiteCodes.parse(TABLE + "telehealth-visit,XA009,,\n"))
                .hasMessage("line 5: the service 'telehealth-visit' is there twice");
    }
}
