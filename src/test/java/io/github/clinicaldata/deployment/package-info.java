/** What the product is deployed with: images, manifests, dashboards, workflows. */
@NullMarked
package io.github.clinicaldata.deployment;

import org.jspecify.annotations.NullMarked;
