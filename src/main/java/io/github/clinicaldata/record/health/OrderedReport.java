package io.github.clinicaldata.record.health;

/**
 * A laboratory panel or another examination that a visit led to.
 *
 * @param visit the visit
 * @param panel its key in {@code codes/panels.yaml}
 * @param day on which the specimen or image was taken
 * @param key the key of its random streams
 */
public record OrderedReport(Visit visit, String panel, int day, long key) {}
