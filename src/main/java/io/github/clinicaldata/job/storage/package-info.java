/** Where the files of jobs are kept. */
@NullMarked
package io.github.clinicaldata.job.storage;

import org.jspecify.annotations.NullMarked;
