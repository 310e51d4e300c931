/** The OpenAPI document against the running server. */
@NullMarked
package io.github.clinicaldata.operations;

import org.jspecify.annotations.NullMarked;
