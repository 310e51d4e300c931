package io.github.clinicaldata.feed.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ServerAddress;
import io.github.clinicaldata.plan.PlanRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What connection strings feeds take. */
class MongoAddressTest {
    @Test
    void string_namesServers_andWhatTheyAre() {
        MongoAddress address =
                MongoAddress.parse(
                        "mongodb://a.test,b.test:27018,[2001:db8::1]:27019/"
                                + "?replicaSet=rs0&tls=true&authSource=users");

        assertThat(address.servers())
                .containsExactlyInAnyOrder(
                        new ServerAddress("a.test", 27017),
                        new ServerAddress("b.test", 27018),
                        new ServerAddress("2001:db8::1", 27019));
        assertThat(address.replicaSet()).isEqualTo("rs0");
        assertThat(address.tls()).isTrue();
        assertThat(address.authSource()).isEqualTo("users");
    }

    @Test
    void shortestString_meansThePlainestServer() {
        MongoAddress address = MongoAddress.parse("mongodb://a.test");

        assertThat(address.servers()).containsExactly(new ServerAddress("a.test"));
        assertThat(address.replicaSet()).isNull();
        assertThat(address.tls()).isFalse();
        assertThat(address.authSource()).isEqualTo("admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a.test | must begin with mongodb://",
                "mongodb+srv://a.test | (mongodb+srv) are not looked up",
                "mongodb:// | is no connection string",
                "mongodb://a.test:x | is no connection string",
                "mongodb://a.test:0 | is no connection string",
                "mongodb://a.test/clinic | the field database does",
                "mongodb://a,b,c,d,e,f,g,h | names 8 hosts and must name 1 to 7",
                "mongodb://a.test/?proxyHost=10.0.0.1 | has the option \"proxyHost\"; feeds take"
                        + " authSource, replicaSet, ssl, tls",
                "mongodb://a.test/?tls=true&tlsInsecure=true | has the option \"tlsInsecure\"",
                "mongodb://a.test/?tls=true;tlsInsecure=true | has the option \"tlsInsecure\"",
                "mongodb://a.test/?authMechanism=MONGODB-AWS | has the option",
                "mongodb://a.test/?w=0 | has the option \"w\"",
                "mongodb://a.test/?authSource=$external | no good value of the option authSource",
                "mongodb://a.test/?tls=ture | no good value of the option tls",
                "mongodb://a.test/?tls | no good value of the option tls",
                "mongodb://a.test/?replicaSet= | no good value of the option replicaSet",
                "mongodb://a.test/?tls=true&TLS=false | has the option TLS twice",
                "mongodb://a.test/?tls=true&ssl=false | is no connection string",
            })
    void otherStrings_areRefused_withTheReason(String url, String reason) {
        assertThatThrownBy(() -> MongoAddress.parse(url))
                .isInstanceOf(PlanRejected.InvalidValue.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://feeds:hush@a.test",
        "mongodb://feeds:hu/sh@a.test",
        "mongodb://feeds:hu?sh@a.test",
        "mongodb+srv://feeds:hush@a.test",
        "mongodb://feeds:hush%40a.test",
    })
    void passwordInAString_isRefused_andNotTold(String url) {
        assertThatThrownBy(() -> MongoAddress.parse(url))
                .isInstanceOf(PlanRejected.InvalidValue.class)
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("sh@")
                .hasMessageNotContaining("sh%");
    }
}
