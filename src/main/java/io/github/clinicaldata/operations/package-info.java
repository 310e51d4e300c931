/** Health, metrics and the OpenAPI document. */
@NullMarked
package io.github.clinicaldata.operations;

import org.jspecify.annotations.NullMarked;
