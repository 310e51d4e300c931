/** Enrollments: what the sponsors of coverage tell payers about who has it. */
@NullMarked
package io.github.clinicaldata.record.enrollment;

import org.jspecify.annotations.NullMarked;
