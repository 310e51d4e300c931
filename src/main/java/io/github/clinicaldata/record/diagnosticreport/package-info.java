/** Diagnostic reports: panels of laboratories, images and studies, with their results. */
@NullMarked
package io.github.clinicaldata.record.diagnosticreport;

import org.jspecify.annotations.NullMarked;
