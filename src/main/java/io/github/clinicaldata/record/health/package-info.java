/**
 * The health of a block of members over the plan years: who has which condition when, and the
 * visits that follow.
 */
@NullMarked
package io.github.clinicaldata.record.health;

import org.jspecify.annotations.NullMarked;
