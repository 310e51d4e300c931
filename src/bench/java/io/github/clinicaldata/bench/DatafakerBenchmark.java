package io.github.clinicaldata.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.datafaker.Faker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The yardstick: a plain loop over Datafaker with Jackson that makes the fields of a member, each
 * by itself and without a world in which they agree.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx256m")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class DatafakerBenchmark {
    private final Faker faker = new Faker(new Random(42));
    private final ObjectMapper json = new ObjectMapper();

    /** One person with the fields of a member. */
    @Benchmark
    public byte[] member() throws IOException {
        return json.writeValueAsBytes(fields(faker));
    }

    static Map<String, Object> fields(Faker faker) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("id", faker.internet().uuid());
        member.put("synthetic", true);
        member.put("member_id", faker.numerify("SYN#############-0#"));
        member.put("subscriber_id", faker.numerify("SYN#############"));
        member.put("subscriber", faker.internet().uuid());
        member.put("household_id", faker.internet().uuid());
        member.put("relationship", faker.options().option("self", "spouse", "child"));
        member.put("first_name", faker.name().firstName());
        member.put("middle_name", faker.name().firstName());
        member.put("last_name", faker.name().lastName());
        member.put("gender", faker.options().option("female", "male"));
        member.put("birth_date", faker.timeAndDate().birthday(0, 99).toString());
        member.put("ssn", faker.numerify("9##-##-####"));
        member.put("race", faker.demographic().race());
        member.put("ethnicity", faker.options().option("hispanic", "not_hispanic"));
        member.put("language", faker.options().option("en", "es", "zh"));
        member.put("marital_status", faker.demographic().maritalStatus());
        member.put("address", address(faker));
        member.put("phone", faker.numerify("(###) 555-01##"));
        member.put("email", faker.internet().emailAddress());
        member.put("coverage", coverage(faker));
        member.put("pcp", primaryCare(faker));
        return member;
    }

    private static Map<String, Object> address(Faker faker) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("line1", faker.address().streetAddress());
        address.put("city", faker.address().city());
        address.put("state", faker.address().stateAbbr());
        address.put("zip", faker.address().zipCode());
        address.put("county", faker.address().cityName());
        address.put("county_fips", faker.numerify("#####"));
        return address;
    }

    private static Map<String, Object> coverage(Faker faker) {
        Map<String, Object> coverage = new LinkedHashMap<>();
        coverage.put(
                "type", faker.options().option("employer", "exchange", "medicaid", "medicare"));
        coverage.put("payer_id", faker.numerify("SYN##"));
        coverage.put("payer_name", faker.company().name());
        coverage.put("product", faker.options().option("PPO", "HMO", "HDHP", "POS", "EPO"));
        coverage.put("group_number", faker.numerify("G######"));
        coverage.put("group_name", faker.company().name());
        coverage.put("effective_date", faker.timeAndDate().birthday(0, 10).toString());
        coverage.put("status", faker.options().option("active", "terminated"));
        return coverage;
    }

    private static Map<String, Object> primaryCare(Faker faker) {
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("id", faker.internet().uuid());
        provider.put("npi", faker.numerify("2#########"));
        provider.put("name", faker.name().fullName());
        return provider;
    }
}
