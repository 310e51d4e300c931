/** Tests of shape reports. */
@NullMarked
package io.github.clinicaldata.record.profile;

import org.jspecify.annotations.NullMarked;
