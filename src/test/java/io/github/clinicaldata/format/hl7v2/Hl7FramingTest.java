package io.github.clinicaldata.format.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.uhn.hl7v2.llp.MinLLPReader;
import ca.uhn.hl7v2.util.Hl7InputStreamMessageStringIterator;
import io.github.clinicaldata.support.Hl7Files;
import io.github.clinicaldata.support.World;
import java.io.ByteArrayInputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands around messages is taken off again by HAPI's own readers. */
class Hl7FramingTest {
    private static final int RECORDS = 500;

    static List<String> messages() {
        return Hl7Files.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void mllp_bringsTheMessagesThatAreSentWithoutIt(String name) throws Exception {
        List<String> plain = Hl7Files.messages(name, World.POPULATION, RECORDS);
        String framed =
                String.join("", Hl7Files.messages(name, World.POPULATION, RECORDS, "framing=mllp"));
        MinLLPReader reader =
                new MinLLPReader(
                        new ByteArrayInputStream(framed.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        for (String message : plain) {
            assertThat(reader.getMessage()).isEqualTo(message);
        }
        assertThatExceptionOfType(SocketException.class).isThrownBy(reader::getMessage);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesOneAfterTheOther_areToldApart(String name) {
        List<String> plain = Hl7Files.messages(name, World.POPULATION, RECORDS);
        Hl7InputStreamMessageStringIterator iterator =
                new Hl7InputStreamMessageStringIterator(
                        new ByteArrayInputStream(
                                String.join("", plain).getBytes(StandardCharsets.UTF_8)));
        List<String> found = new ArrayList<>();
        iterator.forEachRemaining(message -> found.add(message));
        assertThat(found).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everySegment_endsInACarriageReturn_andHasNoEmptyFieldAtItsEnd(String name) {
        for (String message : Hl7Files.messages(name, World.POPULATION, RECORDS)) {
            assertThat(message).endsWith("\r").doesNotContain("\n", "\u000B", "\u001C", "|\r");
        }
    }
}
