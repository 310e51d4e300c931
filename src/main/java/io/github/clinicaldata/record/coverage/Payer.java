package io.github.clinicaldata.record.coverage;

import io.github.clinicaldata.record.Text;

/**
 * An invented payer.
 *
 * @param ordinal its position among all payers
 * @param id five characters that begin with SYN
 * @param name the name
 * @param programme true for a programme of government, which every provider takes
 */
public record Payer(int ordinal, Text id, Text name, boolean programme) {}
