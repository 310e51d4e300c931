package io.github.clinicaldata.plan;

/**
 * Describes a parameter for people.
 *
 * @param name the parameter
 * @param description what it does and what is allowed
 * @param type a JSON schema type: {@code integer}, {@code string} or {@code boolean}
 * @param example a value
 */
public record ParameterDoc(String name, String description, String type, String example) {}
