package io.github.clinicaldata.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.security.key.Scope;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static String client(String address) {
        return new Caller(null, address).client();
    }

    @Test
    void addressesOfOneIpv6Network_shareAQuota() {
        assertThat(client("2001:db8:1:2::1")).isEqualTo(client("2001:db8:1:2:ffff:1:2:3"));
        assertThat(client("2001:db8:1:2::1")).isNotEqualTo(client("2001:db8:1:3::1"));
        assertThat(client("::1")).isNotEqualTo(client("2001:db8::1"));
    }

    @Test
    void ipv4Addresses_haveTheirOwn() {
        assertThat(client("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(client("192.0.2.2"));
    }

    @Test
    void nobody_mayDoAllButMakeKeys() {
        Caller nobody = new Caller(null, "127.0.0.1");
        assertThat(nobody.may(Scope.STREAM)).isTrue();
        assertThat(nobody.may(Scope.ADMIN)).isFalse();
    }
}
