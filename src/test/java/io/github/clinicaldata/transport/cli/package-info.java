@NullMarked
package io.github.clinicaldata.transport.cli;

import org.jspecify.annotations.NullMarked;
