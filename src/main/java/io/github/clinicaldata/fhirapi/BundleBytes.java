package io.github.clinicaldata.fhirapi;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.fhir.JsonResourceWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Bundle of type {@code searchset} as JSON, entry by entry. Not safe for use by several
 * threads.
 */
final class BundleBytes {
    private static final Literal BEGIN =
            Literal.of("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"");
    private static final Literal TOTAL = Literal.of(",\"total\":");
    private static final Literal LINKS = Literal.of(",\"link\":[");
    private static final Literal ENTRIES = Literal.of(",\"entry\":[\n{\"fullUrl\":\"");
    private static final Literal NEXT_ENTRY = Literal.of(",\n{\"fullUrl\":\"");
    private static final Literal RESOURCE = Literal.of("\",\"resource\":");
    private static final Literal MATCH = Literal.of(",\"search\":{\"mode\":\"match\"}}");
    private static final Literal INCLUDE = Literal.of(",\"search\":{\"mode\":\"include\"}}");

    private final byte[] base;
    private final ResourceProbe probe = new ResourceProbe();
    private final JsonResourceWriter writer = JsonResourceWriter.ofResources();
    private boolean empty = true;

    /** A bundle of resources below a URL. */
    BundleBytes(String base) {
        this.base = JsonStringEncoder.getInstance().quoteAsUTF8(base + "/");
    }

    /** Writes what comes before the entries. */
    void begin(@Nullable Integer total, Map<String, String> links, ByteSink sink) {
        sink.write(BEGIN);
        if (total != null) {
            sink.write(TOTAL);
            sink.writeDecimal(total);
        }
        sink.write(LINKS);
        boolean first = true;
        for (Map.Entry<String, String> link : links.entrySet()) {
            if (!first) {
                sink.write(',');
            }
            first = false;
            sink.write(Literal.of("{\"relation\":\"" + link.getKey() + "\",\"url\":\""));
            sink.write(JsonStringEncoder.getInstance().quoteAsUTF8(link.getValue()));
            sink.write(Literal.of("\"}"));
        }
        sink.write(']');
    }

    /** Writes an entry. */
    void write(ResourceContent content, boolean match, ByteSink sink) {
        sink.write(empty ? ENTRIES : NEXT_ENTRY);
        empty = false;
        sink.write(base);
        sink.write(Literal.of(probe.look(content).path()));
        sink.write(RESOURCE);
        content.write(writer.to(sink));
        sink.write(match ? MATCH : INCLUDE);
    }

    /** Writes what comes after the entries. */
    void end(ByteSink sink) {
        if (!empty) {
            sink.write('\n');
            sink.write(']');
        }
        sink.write('}');
    }
}
