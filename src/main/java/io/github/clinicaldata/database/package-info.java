/** The database: opened when it is first needed, its tables made and kept up to date. */
@NullMarked
package io.github.clinicaldata.database;

import org.jspecify.annotations.NullMarked;
