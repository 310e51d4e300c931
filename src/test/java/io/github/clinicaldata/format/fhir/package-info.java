@NullMarked
package io.github.clinicaldata.format.fhir;

import org.jspecify.annotations.NullMarked;
