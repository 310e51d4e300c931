package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.json.JsonText;
import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Writes resources as JSON, byte for byte as HAPI's parser prints them. */
public final class JsonResourceWriter implements ResourceWriter {
    private static final Literal DISPLAY = Literal.of("\",\"display\":\"");
    private static final Literal CONTAINED = Literal.of("{\"reference\":\"#");
    private static final Literal CLOSED = Literal.of("\"}");
    private static final Literal MIDNIGHT = Literal.of("T00:00:00Z\"");
    private static final Literal TRUE = Literal.of("true");
    private static final Literal FALSE = Literal.of("false");
    private static final Literal QUOTE = Literal.of("\"");
    private static final Literal NEXT_QUOTE = Literal.of(",\"");

    private static final Literal FULL_URL = Literal.of("{\"fullUrl\":\"" + Systems.BASE_URL);
    private static final Literal RESOURCE = Literal.of("\",\"resource\":");

    private final boolean entries;
    private ByteSink sink = new ByteSink(0);

    /** Whether nothing stands before the next element in its object or list. */
    private boolean first = true;

    private JsonResourceWriter(boolean entries) {
        this.entries = entries;
    }

    /** A writer of resources. */
    public static JsonResourceWriter ofResources() {
        return new JsonResourceWriter(false);
    }

    /** A writer of entries of a Bundle, each with a resource and its URL. */
    static JsonResourceWriter ofEntries() {
        return new JsonResourceWriter(true);
    }

    /** Directs what is written from now on, which begins anew, into a sink. */
    public JsonResourceWriter to(ByteSink target) {
        sink = target;
        first = true;
        return this;
    }

    @Override
    public void begin(ResourceType type, RecordId id, Literal suffix) {
        if (entries) {
            sink.write(FULL_URL);
            sink.write(type.path());
            sink.write(id);
            sink.write(suffix);
            sink.write(RESOURCE);
        }
        sink.write(type.opening());
        sink.write(id);
        sink.write(suffix);
        sink.write('"');
        first = false;
    }

    @Override
    public void begin(ResourceType type, Text id) {
        if (entries) {
            sink.write(FULL_URL);
            sink.write(type.path(), id);
            sink.write(RESOURCE);
        }
        sink.write(type.opening(), id, '"');
        first = false;
    }

    @Override
    public void end() {
        sink.write('}');
        if (entries) {
            sink.write('}');
        }
    }

    @Override
    public void beginContained(ResourceType type, Text id) {
        separate();
        sink.write(type.opening(), id, '"');
        first = false;
    }

    @Override
    public void endContained() {
        sink.write('}');
        first = false;
    }

    @Override
    public void contained(Text id) {
        separate();
        sink.write(CONTAINED, id);
        display(null);
    }

    private void separate() {
        if (!first) {
            sink.write(',');
        }
    }

    private void key(Element element) {
        sink.write(element.key(first));
        first = false;
    }

    private void quotedKey(Element element) {
        sink.write(element.quotedKey(first));
        first = false;
    }

    @Override
    public void beginObject(Element element) {
        sink.write(element.key(first));
        sink.write('{');
        first = true;
    }

    @Override
    public void beginObject() {
        separate();
        sink.write('{');
        first = true;
    }

    @Override
    public void endObject() {
        sink.write('}');
        first = false;
    }

    @Override
    public void beginArray(Element element) {
        sink.write(element.key(first));
        sink.write('[');
        first = true;
    }

    @Override
    public void endArray() {
        sink.write(']');
        first = false;
    }

    @Override
    public void text(Element element, Text value) {
        JsonText.write(element.quotedKey(first), value, sink);
        first = false;
    }

    @Override
    public void text(Text value) {
        JsonText.write(first ? QUOTE : NEXT_QUOTE, value, sink);
        first = false;
    }

    @Override
    public void digits(Element element, DigitPattern pattern, long number) {
        quotedKey(element);
        sink.write(pattern, number);
        sink.write('"');
    }

    @Override
    public void id(Element element, RecordId id) {
        quotedKey(element);
        sink.write(id);
        sink.write('"');
    }

    @Override
    public void date(Element element, LocalDate date) {
        quotedKey(element);
        sink.write(date);
        sink.write('"');
    }

    @Override
    public void dateTime(Element element, OffsetDateTime moment) {
        quotedKey(element);
        sink.write(moment);
        sink.write('"');
    }

    @Override
    public void startOfDay(Element element, LocalDate date) {
        quotedKey(element);
        sink.write(date);
        sink.write(MIDNIGHT);
    }

    @Override
    public void decimal(Element element, long number, int decimals) {
        key(element);
        sink.writeDecimal(number, decimals);
    }

    @Override
    public void integer(Element element, long number) {
        key(element);
        sink.writeDecimal(number);
    }

    @Override
    public void integer(long number) {
        separate();
        sink.writeDecimal(number);
        first = false;
    }

    @Override
    public void bool(Element element, boolean value) {
        key(element);
        sink.write(value ? TRUE : FALSE);
    }

    @Override
    public void reference(
            Element element,
            ResourceType type,
            RecordId id,
            Literal suffix,
            @Nullable Text display) {
        key(element);
        reference(type, id, suffix, display);
    }

    @Override
    public void reference(Element element, ResourceType type, Text id, @Nullable Text display) {
        key(element);
        sink.write(type.reference(), id);
        display(display);
    }

    @Override
    public void reference(ResourceType type, RecordId id, @Nullable Text display) {
        separate();
        reference(type, id, Literal.EMPTY, display);
    }

    @Override
    public void reference(ResourceType type, Text id, @Nullable Text display) {
        separate();
        sink.write(type.reference(), id);
        display(display);
    }

    private void reference(ResourceType type, RecordId id, Literal suffix, @Nullable Text display) {
        sink.write(type.reference());
        sink.write(id);
        sink.write(suffix);
        display(display);
    }

    private void display(@Nullable Text display) {
        if (display != null) {
            JsonText.write(DISPLAY, display, sink);
            sink.write('}');
        } else {
            sink.write(CLOSED);
        }
        first = false;
    }

    @Override
    public void fixed(Fragment fragment) {
        sink.write(fragment.json(first));
        first = false;
    }
}
