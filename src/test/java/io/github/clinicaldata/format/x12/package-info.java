@NullMarked
package io.github.clinicaldata.format.x12;

import org.jspecify.annotations.NullMarked;
