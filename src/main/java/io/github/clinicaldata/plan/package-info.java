/** What was asked: checks a request once and turns it into a plan, or refuses it. */
@NullMarked
package io.github.clinicaldata.plan;

import org.jspecify.annotations.NullMarked;
