/** SMART Backend Services: systems that prove who they are by signed assertions. */
@NullMarked
package io.github.clinicaldata.security.smart;

import org.jspecify.annotations.NullMarked;
