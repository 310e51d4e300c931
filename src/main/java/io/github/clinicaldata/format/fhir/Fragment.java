package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import java.util.function.Consumer;

/**
 * A part of a resource that never changes, such as a coding: elements of one object, or one item of
 * a list. Its bytes are made once. Immutable.
 */
public final class Fragment {
    private final Consumer<ResourceWriter> content;
    private final Literal first;
    private final Literal next;

    private Fragment(Consumer<ResourceWriter> content, byte[] bytes) {
        this.content = content;
        first = Literal.of(bytes);
        byte[] afterComma = new byte[bytes.length + 1];
        afterComma[0] = ',';
        System.arraycopy(bytes, 0, afterComma, 1, bytes.length);
        next = Literal.of(afterComma);
    }

    /** A fragment of what a mapping would write. */
    public static Fragment of(Consumer<ResourceWriter> content) {
        ByteSink sink = new ByteSink(256);
        content.accept(JsonResourceWriter.ofResources().to(sink));
        return new Fragment(content, sink.toByteArray());
    }

    /** Writes it element by element. */
    public void replay(ResourceWriter writer) {
        content.accept(writer);
    }

    /** The bytes in JSON, after a comma unless it comes first. */
    Literal json(boolean isFirst) {
        return isFirst ? first : next;
    }
}
