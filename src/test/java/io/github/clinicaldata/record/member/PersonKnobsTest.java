package io.github.clinicaldata.record.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Knobs;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.person.PersonKnobs;
import io.github.clinicaldata.support.FlatRecord;
import io.github.clinicaldata.support.World;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKnobsTest {
    private static final int MEMBERS = 3_000;

    private static RecordReader<Member> with(Map<String, String> knobs) {
        return new MembersKind()
                .generator()
                .open(
                        new Population(
                                World.POPULATION.seed(),
                                World.EPOCH,
                                World.EPOCH,
                                new Knobs(new TreeMap<>(knobs))));
    }

    private static Map<String, String> fields(Member member) {
        return FlatRecord.of(Member.SCHEMA, member, ".");
    }

    @Test
    void lastName_isThatOfAllMembers_andOfTheirEmail_andNothingElseChanges() {
        RecordReader<Member> own = with(Map.of());
        RecordReader<Member> pinned = with(Map.of("patient_last_name", "O'Brien-St. John"));
        for (int i = 0; i < MEMBERS; i++) {
            Map<String, String> before = fields(own.present(i));
            Map<String, String> after = fields(pinned.present(i));
            assertThat(after.remove("last_name")).isEqualTo("O'Brien-St. John");
            String email = after.remove("email");
            if (before.containsKey("email")) {
                assertThat(email).contains(".obrienstjohn" + i + "@example.");
            } else {
                assertThat(email).isNull();
            }
            before.remove("last_name");
            before.remove("email");
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void email_isThatOfAllMembers_andNothingElseChanges() {
        RecordReader<Member> own = with(Map.of());
        RecordReader<Member> pinned = with(Map.of("patient_email", "qa+1@example.org"));
        for (int i = 0; i < MEMBERS; i++) {
            Map<String, String> after = fields(pinned.present(i));
            assertThat(after.remove("email")).isEqualTo("qa+1@example.org");
            Map<String, String> before = fields(own.present(i));
            before.remove("email");
            assertThat(after).isEqualTo(before);
        }
    }

    private static Optional<?> read(String name, String value) {
        Knob<?> knob =
                PersonKnobs.ALL.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return knob.parser().apply(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "Smith ",
                " Smith",
                "Sm;ith",
                "'; DROP TABLE members; --",
                "M\u00fcller",
                "a=b",
                "Smith*",
                "Smith|",
                "Smith\n",
                "Smith\0",
                "4ever"
            })
    void otherNames_areRefused(String name) {
        assertThat(read("patient_last_name", name)).isEmpty();
    }

    @Test
    void names_haveAHundredLettersAtMost() {
        assertThat(read("patient_last_name", "x".repeat(100))).isPresent();
        assertThat(read("patient_last_name", "x".repeat(101))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "qa",
                "qa@",
                "@example.com",
                "qa@gmail.com",
                "qa@notexample.com",
                "a b@example.com",
                "qa@example.com.evil.io",
                "qa@example",
                "qa@test",
                "q;a@example.com",
                "qa@@example.com"
            })
    void addressesThatSomebodyMayHave_areRefused(String address) {
        assertThat(read("patient_email", address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qa@example.com", "a.b%c+d-e@mail.example.net", "x@lab.test"})
    void addressesInReservedDomains_areTaken(String address) {
        assertThat(read("patient_email", address)).isPresent();
    }
}
