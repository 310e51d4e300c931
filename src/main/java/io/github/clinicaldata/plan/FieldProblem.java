package io.github.clinicaldata.plan;

/**
 * What is wrong with one part of a request.
 *
 * @param field the parameter, header or body field
 * @param issue what was given and what is allowed
 */
public record FieldProblem(String field, String issue) {}
