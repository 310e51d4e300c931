/**
 * Shape reports: how the values of many records lie, beside the sources that they claim to follow.
 */
@NullMarked
package io.github.clinicaldata.record.profile;

import org.jspecify.annotations.NullMarked;
