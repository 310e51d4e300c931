/** The configuration, as mappings. */
@NullMarked
package io.github.clinicaldata.config;

import org.jspecify.annotations.NullMarked;
