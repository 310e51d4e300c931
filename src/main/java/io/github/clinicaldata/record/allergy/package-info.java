/** Allergies: who is allergic to what, since when, and how it shows. */
@NullMarked
package io.github.clinicaldata.record.allergy;

import org.jspecify.annotations.NullMarked;
