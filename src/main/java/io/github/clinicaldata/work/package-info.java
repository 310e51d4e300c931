/** What work that outlives requests shares: jobs and feeds. */
@NullMarked
package io.github.clinicaldata.work;

import org.jspecify.annotations.NullMarked;
