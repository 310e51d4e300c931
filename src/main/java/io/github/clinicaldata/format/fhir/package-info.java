/** FHIR R4: one mapping a resource, written through a small interface. */
@NullMarked
package io.github.clinicaldata.format.fhir;

import org.jspecify.annotations.NullMarked;
