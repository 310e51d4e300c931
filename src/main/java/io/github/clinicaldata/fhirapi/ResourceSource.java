package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.fhir.ResourceMapping;
import io.github.clinicaldata.record.RecordKind;

/**
 * Where resources of a type come from: the records of a kind, by a mapping.
 *
 * @param kind the kind
 * @param mapping one of its mappings
 * @param <R> the type of record
 */
public record ResourceSource<R>(RecordKind<R> kind, ResourceMapping<R> mapping) {}
