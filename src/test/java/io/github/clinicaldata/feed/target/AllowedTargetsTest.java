package io.github.clinicaldata.feed.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.support.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where feeds may go; no test asks a real name server. */
class AllowedTargetsTest {
    private static FeedsConfig settings(String... settings) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put("clinical.feeds." + settings[i], settings[i + 1]);
        }
        return Settings.of(values).feeds();
    }

    private static AllowedTargets rules(String... settings) {
        return new AllowedTargets(settings(settings), InetAddress::getAllByName);
    }

    private static AllowedTargets named(String... addresses) {
        return new AllowedTargets(
                settings(),
                host -> {
                    InetAddress[] found = new InetAddress[addresses.length];
                    for (int i = 0; i < found.length; i++) {
                        found[i] = InetAddress.getByName(addresses[i]);
                    }
                    return found;
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://127.0.0.1.:80/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0/",
                "http://0.0.0.0/",
                "http://localhost/",
                "http://10.1.2.3/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://100.64.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://168.63.129.16/",
                "http://192.0.0.192/",
                "http://198.18.0.1/",
                "http://203.0.113.9/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:7f00:1::]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fc00::1]/",
                "http://[fd00:ec2::254]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "http://user:pass@8.8.8.8/",
                "http://user@8.8.8.8/",
                "http://8.8.8.8@127.0.0.1/",
                "http://8.8.8.8:pass@/",
                "http://8.8.8.8/#fragment",
                "http://8.8.8.8:0/",
                "http://8.8.8.8:65536/",
                "http:///path",
                "http://",
                "//8.8.8.8/",
                "/etc/passwd",
                "file:///etc/passwd",
                "ftp://8.8.8.8/",
                "gopher://8.8.8.8:25/",
                "jar:http://8.8.8.8!/",
                "HTTP ://8.8.8.8/",
                "http://8.8.8.8/a b",
                "http://exa mple.org/",
                "http://ex\u3002mple.org/",
            })
    void target_thatIsNoPlainPublicOne_isRefusedByItsField(String url) {
        AllowedTargets allowed = rules();
        assertThatThrownBy(() -> allowed.check("target.url", HttpEndpoint.parse(url).host()))
                .isInstanceOf(PlanRejected.InvalidValue.class)
                .hasMessageStartingWith("target.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "HTTPS://8.8.8.8:8443/intake?kind=members",
                "http://[2606:4700:4700::1111]/",
                "http://172.32.0.1/",
                "http://100.128.0.1/",
                "http://[::ffff:8.8.8.8]/"
            })
    void publicTarget_isAllowed(String url) {
        rules().check("target.url", HttpEndpoint.parse(url).host());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1"})
    void name_thatLeadsToAPrivateAddress_isRefused_andSoIsOneOfSeveral(String address) {
        assertThatThrownBy(() -> named(address).check("target.url", "intake.example.org"))
                .hasMessageContaining("clinical.feeds.allowed-addresses");
        assertThatThrownBy(
                        () -> named("8.8.8.8", address).check("target.url", "intake.example.org"))
                .isInstanceOf(PlanRejected.InvalidValue.class);
    }

    @Test
    void name_thatMeansSomethingElseLater_isRefusedThen() throws Exception {
        String[] address = {"8.8.8.8"};
        AllowedTargets allowed =
                new AllowedTargets(
                        settings(), host -> new InetAddress[] {InetAddress.getByName(address[0])});
        assertThat(allowed.addresses("intake.example.org"))
                .containsExactly(InetAddress.getByName("8.8.8.8"));
        address[0] = "127.0.0.1";
        assertThatThrownBy(() -> allowed.addresses("intake.example.org"))
                .isInstanceOf(TargetFailure.class)
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void name_thatNobodyKnows_isRefused() {
        AllowedTargets allowed =
                new AllowedTargets(
                        settings(),
                        host -> {
                            throw new UnknownHostException(host);
                        });
        assertThatThrownBy(() -> allowed.check("target.url", "nowhere.example.org"))
                .hasMessageContaining("is not known");
    }

    @Test
    void settings_allowOthersByBlocks() {
        AllowedTargets allowed = rules("allowed-addresses", "10.1.0.0/16, 127.0.0.1,fd00:1::/32");
        allowed.check("target.url", "10.1.200.3");
        allowed.check("target.url", "127.0.0.1");
        allowed.check("target.url", "[fd00:1:2::3]");
        assertThatThrownBy(() -> allowed.check("target.url", "10.2.0.1"))
                .isInstanceOf(PlanRejected.InvalidValue.class);
        assertThatThrownBy(() -> allowed.check("target.url", "127.0.0.2"))
                .isInstanceOf(PlanRejected.InvalidValue.class);
    }

    @Test
    void settings_allowOnlySomeHosts() {
        AllowedTargets allowed =
                new AllowedTargets(
                        settings("allowed-hosts", "intake.example.org,*.test.example.org"),
                        host -> new InetAddress[] {InetAddress.getByName("8.8.8.8")});
        allowed.check("target.url", "Intake.Example.org");
        allowed.check("target.url", "a.b.test.example.org");
        for (String host :
                new String[] {
                    "test.example.org", "eviltest.example.org", "example.org", "8.8.8.8"
                }) {
            assertThatThrownBy(() -> allowed.check("target.url", host))
                    .hasMessageContaining("not among the hosts");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0/33", "localhost", "10.1/16", "10.0.0.0/x", "::1/129", "a"})
    void wrongSetting_isNamed(String block) {
        assertThatThrownBy(() -> rules("allowed-addresses", block))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("clinical.feeds.allowed-addresses: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "content-length",
                "Transfer-Encoding",
                "webhook-signature",
                "A B",
                ""
            })
    void headerOfTheFeedItself_isRefused(String name) {
        assertThatThrownBy(() -> HttpEndpoint.checkHeader(name, "value"))
                .isInstanceOf(PlanRejected.InvalidValue.class);
    }

    @Test
    void headerWithALineBreak_isRefused_withoutItsValue() {
        assertThatThrownBy(() -> HttpEndpoint.checkHeader("X-Token", "hush\r\nHost: evil"))
                .isInstanceOf(PlanRejected.InvalidValue.class)
                .hasMessageNotContaining("hush");
    }
}
