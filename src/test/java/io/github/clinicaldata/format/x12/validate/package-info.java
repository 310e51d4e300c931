@NullMarked
package io.github.clinicaldata.format.x12.validate;

import org.jspecify.annotations.NullMarked;
