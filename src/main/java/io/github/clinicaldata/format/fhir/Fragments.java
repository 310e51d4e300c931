package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import org.jspecify.annotations.Nullable;

/** Makes the fragments that mappings need often. */
public final class Fragments {
    private Fragments() {}

    /**
     * The profiles that a resource conforms to, and the label of data for tests.
     *
     * @param profiles at least one canonical URL
     */
    public static Fragment meta(String... profiles) {
        return Fragment.of(
                writer -> {
                    writer.beginArray(Elements.PROFILE);
                    for (String profile : profiles) {
                        writer.text(Text.of(profile));
                    }
                    writer.endArray();
                    label(writer);
                });
    }

    /** The label of data for tests, where no profile is claimed. */
    public static Fragment label() {
        return Fragment.of(Fragments::label);
    }

    private static void label(ResourceWriter writer) {
        writer.beginArray(Elements.SECURITY);
        writer.beginObject();
        coding(writer, Systems.ACT_REASON, "HTEST", "test health data");
        writer.endObject();
        writer.endArray();
    }

    /** An element with a fixed text. */
    public static Fragment text(Element element, String value) {
        return Fragment.of(writer -> writer.text(element, Text.of(value)));
    }

    /** The elements of a coding. */
    public static void coding(
            ResourceWriter writer, Text system, String code, @Nullable String display) {
        writer.text(Elements.SYSTEM, system);
        writer.text(Elements.CODE, Text.of(code));
        if (display != null) {
            writer.text(Elements.DISPLAY, Text.of(display));
        }
    }

    /** An element that is a concept with one coding. */
    public static Fragment concept(
            Element element, Text system, String code, @Nullable String display) {
        return Fragment.of(
                writer -> {
                    writer.beginObject(element);
                    codings(writer, system, code, display);
                    writer.endObject();
                });
    }

    /** An element that is a list of one concept with one coding. */
    public static Fragment concepts(
            Element element, Text system, String code, @Nullable String display) {
        return Fragment.of(
                writer -> {
                    writer.beginArray(element);
                    writer.beginObject();
                    codings(writer, system, code, display);
                    writer.endObject();
                    writer.endArray();
                });
    }

    /** An item that is a concept with one coding. */
    public static Fragment item(Text system, String code, @Nullable String display) {
        return Fragment.of(
                writer -> {
                    writer.beginObject();
                    codings(writer, system, code, display);
                    writer.endObject();
                });
    }

    /** The elements of a concept with one coding. */
    public static void codings(
            ResourceWriter writer, Text system, String code, @Nullable String display) {
        writer.beginArray(Elements.CODING);
        writer.beginObject();
        coding(writer, system, code, display);
        writer.endObject();
        writer.endArray();
    }

    /** The type and system of an identifier; what follows is its value. */
    public static Fragment identifier(String type, String display, Text system) {
        return Fragment.of(
                writer -> {
                    writer.beginObject(Elements.TYPE);
                    codings(writer, Systems.IDENTIFIER_TYPE, type, display);
                    writer.endObject();
                    writer.text(Elements.SYSTEM, system);
                });
    }

    /** The system of an identifier; what follows is its value. */
    public static Fragment identifier(Text system) {
        return Fragment.of(writer -> writer.text(Elements.SYSTEM, system));
    }
}
