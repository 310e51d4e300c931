/** Length-delimited protobuf, written from the schema of a kind and its message descriptor. */
@NullMarked
package io.github.clinicaldata.format.protobuf;

import org.jspecify.annotations.NullMarked;
