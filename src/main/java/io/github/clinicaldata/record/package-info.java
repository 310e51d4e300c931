/**
 * What is generated: populations, kinds, generators and schemas. Pure Java: no framework, clock or
 * I/O.
 */
@NullMarked
package io.github.clinicaldata.record;

import org.jspecify.annotations.NullMarked;
