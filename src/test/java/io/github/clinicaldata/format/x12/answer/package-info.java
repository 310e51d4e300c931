@NullMarked
package io.github.clinicaldata.format.x12.answer;

import org.jspecify.annotations.NullMarked;
