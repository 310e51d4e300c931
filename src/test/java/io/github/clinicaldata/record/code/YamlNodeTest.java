package io.github.clinicaldata.record.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class YamlNodeTest {
    private static YamlNode node(String yaml) {
        return YamlNode.read("test.yaml", new StringReader(yaml));
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatIllegalStateException()
                .isThrownBy(call)
                .withMessageStartingWith("test.yaml")
                .withMessageContainingAll(words);
    }

    @Test
    void values_areReadByType() {
        YamlNode node = node("a: x\nn: 1.5\ni: 3\nr: 2-7\nf: true\nl: [1, b]\nm: {k: v}\n");
        assertThat(node.text("a")).isEqualTo("x");
        assertThat(node.text("none", "y")).isEqualTo("y");
        assertThat(node.textOrNull("none")).isNull();
        assertThat(node.number("n")).isEqualTo(1.5);
        assertThat(node.number("none", 2)).isEqualTo(2);
        assertThat(node.integer("i")).isEqualTo(3);
        assertThat(node.integer("none", 4)).isEqualTo(4);
        assertThat(node.range("r")).isEqualTo(new IntRange(2, 7));
        assertThat(node.range("i")).isEqualTo(new IntRange(3, 3));
        assertThat(node.flag("f")).isTrue();
        assertThat(node.flag("none")).isFalse();
        assertThat(node.texts("l")).containsExactly("1", "b");
        assertThat(node.texts("none")).isEmpty();
        assertThat(node.map("m").text("k")).isEqualTo("v");
        assertThat(node.keys()).containsExactly("a", "n", "i", "r", "f", "l", "m");
    }

    @Test
    void lists_holdMapsOrPlainTexts_orAreASingleMap() {
        YamlNode node = node("l: [x, {p: y}]\none: {p: z}\n");
        assertThat(node.list("l", "p"))
                .extracting(each -> each.text("p"))
                .containsExactly("x", "y");
        assertThat(node.listOrOne("one")).extracting(each -> each.text("p")).containsExactly("z");
    }

    @Test
    void mistakes_nameTheFileThePlaceAndTheValue() {
        YamlNode node = node("n: abc\nr: 7-2\nl: [{x: 1}, {y: 2}]\nt: text\n");
        assertRefused(() -> node.number("n"), "n cannot be abc");
        assertRefused(() -> node.integer("n"), "n cannot be abc");
        assertRefused(() -> node.range("r"), "r cannot be 7-2");
        assertRefused(() -> node.text("none"), "none is missing");
        assertRefused(() -> node.list("t"), "t must be a list");
        assertRefused(() -> node.map("t"), "must be a map");
        assertRefused(() -> node.allowOnly("n", "r", "l"), "[t]", "known are");
        assertRefused(() -> node.list("l").get(1).text("x"), "l[1]", "x is missing");
    }

    @Test
    void noMap_aMissingFile_andAKeyGivenTwice_areRefused() {
        assertRefused(() -> node("- a\n- b\n"), "must be a map");
        assertThatIllegalStateException()
                .isThrownBy(() -> YamlNode.read("codes/none.yaml"))
                .withMessageContaining("codes/none.yaml");
        assertThatThrownBy(() -> node("a: 1\na: 2\n")).hasMessageContaining("duplicate key a");
    }
}
