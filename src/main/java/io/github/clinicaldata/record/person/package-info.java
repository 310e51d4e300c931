/** What members and practitioners share: names, sex, race and identifiers. */
@NullMarked
package io.github.clinicaldata.record.person;

import org.jspecify.annotations.NullMarked;
