package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.code.Service;

/**
 * A service that is given and billed.
 *
 * @param service what
 * @param share of the visits, 0 to 1
 */
public record ServiceOrder(Service service, double share) {}
