package io.github.clinicaldata.transport.http;

/**
 * How problems look below paths whose clients read neither the envelope nor {@code
 * application/problem+json}. Implementations announce themselves as beans; nothing lists them.
 */
public interface ProblemShape {
    /** Whether the problems of a path look so. */
    boolean isOf(String normalizedPath);

    /** The media type. */
    String mediaType();

    /** The problem as something that Jackson writes. */
    Object body(HttpProblem problem);
}
