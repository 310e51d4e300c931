/** What tests share: populations, kinds and formats without a container, and statistics. */
@NullMarked
package io.github.clinicaldata.support;

import org.jspecify.annotations.NullMarked;
