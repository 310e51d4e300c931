/** The OpenAPI document, made from what announced itself in the catalog. */
@NullMarked
package io.github.clinicaldata.operations.openapi;

import org.jspecify.annotations.NullMarked;
