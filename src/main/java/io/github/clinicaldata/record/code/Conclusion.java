package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;

/**
 * What the report of an image or a study says.
 *
 * @param key the condition or category of conditions for which it was ordered, or {@code normal}
 * @param text in words of our own
 */
public record Conclusion(String key, Text text) {
    /** The key of what is said where no other key fits. */
    public static final String NORMAL = "normal";
}
