/** Providers: organizations and practitioners with places, specialties and networks. */
@NullMarked
package io.github.clinicaldata.record.provider;

import org.jspecify.annotations.NullMarked;
