package io.github.clinicaldata.plan;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the format of an answer: the parameter first, then what the client accepts. */
final class FormatChoice {
    private FormatChoice() {}

    static RecordFormat choose(
            Catalog catalog, RecordKind<?> kind, PlanRequest request, @Nullable String name) {
        List<RecordFormat> offered =
                catalog.formats(kind).stream().filter(request.carried()).toList();
        if (offered.isEmpty()) {
            throw new PlanRejected.InvalidValue(
                    "kind",
                    Parameters.quoted(kind.name())
                            + " is written in no format that is offered here; it is written in "
                            + String.join(", ", names(catalog.formats(kind))));
        }
        if (name != null) {
            return catalog.format(name)
                    .filter(offered::contains)
                    .orElseThrow(
                            () ->
                                    new PlanRejected.NotAcceptable(
                                            "format", Parameters.quoted(name), names(offered)));
        }
        for (String mediaType : request.acceptedMediaTypes()) {
            Optional<RecordFormat> found =
                    mediaType.endsWith("/*")
                            ? ofRange(mediaType, request.defaultFormat(), offered)
                            : catalog.formatOfMediaType(mediaType).filter(offered::contains);
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (request.acceptedMediaTypes().isEmpty()) {
            String usual = request.defaultFormat();
            return catalog.format(usual)
                    .filter(offered::contains)
                    .orElseThrow(
                            () ->
                                    new PlanRejected.NotAcceptable(
                                            "format", Parameters.quoted(usual), names(offered)));
        }
        throw new PlanRejected.NotAcceptable(
                "Accept",
                Parameters.quoted(String.join(", ", request.acceptedMediaTypes())),
                offered.stream().map(RecordFormat::mediaType).toList());
    }

    private static List<String> names(List<RecordFormat> formats) {
        return formats.stream().map(RecordFormat::name).toList();
    }

    /** A format of a range such as {@code text/*}: the default one if it is in the range. */
    private static Optional<RecordFormat> ofRange(
            String range, String defaultFormat, List<RecordFormat> offered) {
        String prefix = range.equals("*/*") ? "" : range.substring(0, range.length() - 1);
        List<RecordFormat> found =
                offered.stream().filter(f -> f.mediaType().startsWith(prefix)).toList();
        return found.stream()
                .filter(format -> format.name().equals(defaultFormat))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}
