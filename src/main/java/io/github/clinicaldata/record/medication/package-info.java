/** The kind {@code medications}: what is prescribed, and the fills at pharmacies. */
@NullMarked
package io.github.clinicaldata.record.medication;

import org.jspecify.annotations.NullMarked;
