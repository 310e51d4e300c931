package io.github.clinicaldata.record.code;

import org.jspecify.annotations.Nullable;

/**
 * A result that a panel has.
 *
 * @param analyte what is measured
 * @param months for people of these ages only, in completed months
 * @param needs only for people who have this condition, or null
 * @param notFor never when this condition led to it, or null
 */
public record PanelResult(
        Analyte analyte, IntRange months, @Nullable String needs, @Nullable String notFor) {}
