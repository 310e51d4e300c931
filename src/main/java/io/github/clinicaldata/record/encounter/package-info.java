/** Encounters: visits, emergencies and hospital stays. */
@NullMarked
package io.github.clinicaldata.record.encounter;

import org.jspecify.annotations.NullMarked;
