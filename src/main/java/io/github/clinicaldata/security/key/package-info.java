/** API keys: how they look, how they are kept, who has which. */
@NullMarked
package io.github.clinicaldata.security.key;

import org.jspecify.annotations.NullMarked;
