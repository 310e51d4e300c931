package io.github.clinicaldata.feed.target;

/**
 * A field of a target, as clients give it.
 *
 * @param name in lower case with underscores
 * @param type what JSON it is
 * @param required whether it must be there
 * @param secret whether its value, or the values inside of it, are never shown back
 * @param description what it is, in a sentence
 * @param example a value
 */
public record TargetField(
        String name,
        Type type,
        boolean required,
        boolean secret,
        String description,
        String example) {

    /** What JSON a field is. */
    public enum Type {
        /** A text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** True or false. */
        SWITCH,
        /** An object of texts. */
        TEXTS
    }

    /** A text that must be there. */
    static TargetField required(String name, String description, String example) {
        return new TargetField(name, Type.TEXT, true, false, description, example);
    }

    /** A text that may be there. */
    static TargetField optional(String name, String description, String example) {
        return new TargetField(name, Type.TEXT, false, false, description, example);
    }

    /** A text that may be there and is never shown. */
    static TargetField secret(String name, String description, String example) {
        return new TargetField(name, Type.TEXT, false, true, description, example);
    }

    /** Whether a setting is this field or inside of it. */
    public boolean covers(String setting) {
        return setting.equals(name) || type == Type.TEXTS && setting.startsWith(name + ".");
    }
}
