package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.RandomStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Texts, each with a weight, to choose from. Immutable. */
public final class WeightedTexts {
    private final Text[] texts;
    private final AliasTable weights;

    private WeightedTexts(Text[] texts, AliasTable weights) {
        this.texts = texts;
        this.weights = weights;
    }

    /** Takes a text and a weight from each row. */
    public static <T> WeightedTexts of(
            List<T> rows, Function<T, String> text, ToDoubleFunction<T> weight) {
        return ofTexts(rows, row -> Text.of(text.apply(row)), weight);
    }

    /** Takes a text, which may be shared with other tables, and a weight from each row. */
    public static <T> WeightedTexts ofTexts(
            List<T> rows, Function<T, Text> text, ToDoubleFunction<T> weight) {
        return new WeightedTexts(
                rows.stream().map(text).toArray(Text[]::new),
                AliasTable.of(rows.stream().mapToDouble(weight).toArray()));
    }

    /** One of the texts, by weight. */
    public Text pick(RandomStream stream) {
        return texts[weights.pick(stream)];
    }

    /** The position of one of the texts, by weight. */
    public int pickPosition(RandomStream stream) {
        return weights.pick(stream);
    }

    /** The text at a position. */
    public Text text(int position) {
        return texts[position];
    }

    /** The texts in their order. */
    public List<Text> texts() {
        return List.of(texts);
    }

    /** The probability of a text, by its position. */
    public double share(int position) {
        return weights.share(position);
    }
}
