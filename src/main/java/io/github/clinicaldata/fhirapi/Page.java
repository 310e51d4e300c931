package io.github.clinicaldata.fhirapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of resources that were found.
 *
 * @param entries in their order
 * @param total how many there are on all pages, or null where that is not known
 * @param next where the next page begins, or null after the last
 */
record Page(List<ResourceContent> entries, @Nullable Integer total, @Nullable Long next) {}
