/** NDJSON and JSON, written from the schema of a kind. */
@NullMarked
package io.github.clinicaldata.format.json;

import org.jspecify.annotations.NullMarked;
