/** A FHIR R4 server over populations: reads, searches and operations below {@code /fhir}. */
@NullMarked
package io.github.clinicaldata.fhirapi;

import org.jspecify.annotations.NullMarked;
