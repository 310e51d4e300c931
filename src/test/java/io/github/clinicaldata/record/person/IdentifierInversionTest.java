package io.github.clinicaldata.record.person;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdentifierInversionTest {
    private static Identifiers of(long seed) {
        return new Identifiers(seed, MbiStyle.SYNTHETIC);
    }

    @Property(tries = 500)
    void index_isFoundByEachIdentifier(
            @ForAll @LongRange(min = 0, max = 1L << 47) long seed,
            @ForAll @LongRange(min = 0, max = (1L << 35) - 1) long index) {
        Identifiers identifiers = of(seed);

        assertThat(identifiers.subscriberOf(identifiers.subscriberId(index))).isEqualTo(index);
        assertThat(identifiers.indexOfSsn(identifiers.ssn(index)))
                .isEqualTo(index % Identifiers.SSN_COUNT);
        assertThat(identifiers.indexOfNpi(identifiers.npi(index)))
                .isEqualTo(index % Identifiers.NPI_COUNT);
    }

    @Test
    void identifier_thatNobodyCanHave_isNotFound() {
        Identifiers identifiers = of(42);
        long npi = identifiers.npi(7);

        assertThat(identifiers.subscriberOf(-1)).isEqualTo(-1);
        assertThat(identifiers.subscriberOf(1L << 42)).isEqualTo(-1);
        assertThat(identifiers.indexOfSsn(-1)).isEqualTo(-1);
        assertThat(identifiers.indexOfSsn(123_45_6789)).isEqualTo(-1);
        assertThat(identifiers.indexOfSsn(900_00_0001)).isEqualTo(-1);
        assertThat(identifiers.indexOfSsn(900_50_0001)).isEqualTo(-1);
        assertThat(identifiers.indexOfSsn(900_01_0000)).isEqualTo(-1);
        assertThat(identifiers.indexOfNpi(1234567893)).isEqualTo(-1);
        assertThat(identifiers.indexOfNpi(npi - npi % 10 + (npi + 1) % 10)).isEqualTo(-1);
    }
}
