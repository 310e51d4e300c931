/** Requests whose answer is a file: kept in the database, worked on by threads of their own. */
@NullMarked
package io.github.clinicaldata.job;

import org.jspecify.annotations.NullMarked;
