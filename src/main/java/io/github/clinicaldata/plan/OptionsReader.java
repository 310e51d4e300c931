package io.github.clinicaldata.plan;

import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.VariantNeeds;
import io.github.clinicaldata.record.RecordKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the parameters by which clients choose how a format writes. */
final class OptionsReader {
    private final Catalog catalog;

    OptionsReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The format whose option was given, so that it need not be named beside it, or null. */
    @Nullable String formatOf(RecordKind<?> kind, Map<String, List<String>> parameters) {
        return catalog.formats(kind).stream()
                .filter(
                        format ->
                                format.options(kind).stream()
                                        .map(FormatOption::name)
                                        .anyMatch(parameters::containsKey))
                .map(RecordFormat::name)
                .findFirst()
                .orElse(null);
    }

    /**
     * Reads the options of all formats that can write a kind; only those of one may be given.
     * Filters have to be read before.
     */
    FormatOptions read(RecordKind<?> kind, RecordFormat format, Parameters reader) {
        SortedMap<String, String> given = new TreeMap<>();
        List<String> own = format.options(kind).stream().map(FormatOption::name).toList();
        SortedMap<String, List<String>> others = new TreeMap<>();
        for (RecordFormat each : catalog.formats(kind)) {
            for (FormatOption option : each.options(kind)) {
                String value = reader.text(option.name());
                if (value == null || each != format && own.contains(option.name())) {
                    continue;
                }
                if (others.containsKey(option.name())) {
                    others.get(option.name()).add(each.name());
                    continue;
                }
                if (option.isNumber()) {
                    reader.wholeNumber(option.name(), 0, option.low(), option.high());
                } else {
                    reader.choice(option.name(), option.words());
                }
                if (each == format && !reader.hasProblems()) {
                    given.put(option.name(), value);
                } else if (each != format) {
                    others.put(option.name(), new ArrayList<>(List.of(each.name())));
                }
            }
        }
        others.forEach(
                (option, formats) ->
                        reader.problem(
                                option,
                                "is a parameter of the format %s only, not of %s"
                                        .formatted(
                                                String.join(" and of ", formats), format.name())));
        FormatOptions options = given.isEmpty() ? FormatOptions.NONE : new FormatOptions(given);
        if (!reader.hasProblems()) {
            refuseWhatIsNeverWritten(format.needs(kind, options), reader);
        }
        return options;
    }

    /** A search for what is never written would end after a minute, with nothing. */
    private static void refuseWhatIsNeverWritten(VariantNeeds needs, Parameters reader) {
        needs.filters()
                .forEach(
                        (filter, values) -> {
                            String value = reader.text(filter);
                            if (value != null && selectsNone(value, values)) {
                                reader.problem(filter, neverWritten(needs, value, values, reader));
                            }
                        });
    }

    /** Filters take several values, with commas between them. */
    private static boolean selectsNone(String value, List<String> values) {
        return Arrays.stream(value.split(",", -1)).noneMatch(values::contains);
    }

    private static String neverWritten(
            VariantNeeds needs, String value, List<String> values, Parameters reader) {
        return "%s must be one of %s with %s=%s%s"
                .formatted(
                        Parameters.quoted(value),
                        String.join(", ", values),
                        needs.option(),
                        needs.variant(),
                        reader.text(needs.option()) == null ? ", which is the default" : "");
    }
}
