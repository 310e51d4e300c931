/** Tests of the FHIR server with real clients. */
@NullUnmarked
package io.github.clinicaldata.fhirapi;

import org.jspecify.annotations.NullUnmarked;
