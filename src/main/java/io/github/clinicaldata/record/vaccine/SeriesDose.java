package io.github.clinicaldata.record.vaccine;

import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.Text;

/**
 * Which dose of which series a vaccine is; a combination vaccine is one of several.
 *
 * @param code the series, of {@code schedules/vaccines.yaml}
 * @param name what the series protects from
 * @param number the number of the dose, from 1
 * @param of how many doses make the series complete; not below the number
 */
public record SeriesDose(Text code, Text name, int number, int of) {
    /** The fields of a dose of a series. */
    public static final RecordSchema<SeriesDose> SCHEMA =
            RecordSchema.<SeriesDose>named("vaccine_series")
                    .text("code", SeriesDose::code, "Series, of the schedule")
                    .text("name", SeriesDose::name, "What the series protects from")
                    .integer("dose_number", SeriesDose::number, "Number of the dose, from 1")
                    .integer(
                            "doses_in_series",
                            SeriesDose::of,
                            "Doses that make the series complete")
                    .build();
}
