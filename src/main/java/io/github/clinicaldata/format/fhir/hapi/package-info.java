/** The structures of HAPI FHIR, built by the same mappings that write bytes. */
@NullMarked
package io.github.clinicaldata.format.fhir.hapi;

import org.jspecify.annotations.NullMarked;
