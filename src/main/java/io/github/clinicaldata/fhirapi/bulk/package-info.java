/** Bulk Data Access 2.0: exports whose requests travel in their ids. */
@NullMarked
package io.github.clinicaldata.fhirapi.bulk;

import org.jspecify.annotations.NullMarked;
