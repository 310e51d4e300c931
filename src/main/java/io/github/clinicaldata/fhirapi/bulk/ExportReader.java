package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.fhirapi.FhirProblem;
import io.github.clinicaldata.fhirapi.Populations;
import io.github.clinicaldata.fhirapi.ResourceSources;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.plan.Parameters;
import io.github.clinicaldata.record.world.MemberBlock;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of bulk exports. */
@Singleton
final class ExportReader {
    private static final String TYPE = "_type";
    private static final String SINCE = "_since";
    private static final String OUTPUT_FORMAT = "_outputFormat";
    private static final String MEMBERS = "_members";
    private static final Set<String> KNOWN = Set.of(TYPE, SINCE, OUTPUT_FORMAT, MEMBERS);
    private static final Set<String> NDJSON =
            Set.of("application/fhir+ndjson", "application/ndjson", "ndjson");

    private final ResourceSources sources;
    private final Populations populations;
    private final GeneratorConfig.FhirConfig config;

    ExportReader(ResourceSources sources, Populations populations, GeneratorConfig config) {
        this.sources = sources;
        this.populations = populations;
        this.config = config.fhir();
    }

    /**
     * The parameters that are understood.
     *
     * @param lenient whether others are passed over
     * @throws FhirProblem that names each other one, unless they are passed over
     */
    Map<String, List<String>> known(Map<String, List<String>> parameters, boolean lenient) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        List<String> issues = new ArrayList<>();
        parameters.forEach(
                (name, values) -> {
                    if (KNOWN.contains(name) || populations.names().contains(name)) {
                        known.put(name, lenient && name.equals(TYPE) ? served(values) : values);
                    } else {
                        issues.add(
                                "The parameter \""
                                        + ResourceSources.shown(name)
                                        + "\" is not supported by $export; supported are "
                                        + String.join(", ", new TreeSet<>(KNOWN))
                                        + ", and for the population "
                                        + String.join(", ", populations.names()));
                    }
                });
        if (!issues.isEmpty() && !lenient) {
            throw new FhirProblem(400, IssueType.NOTSUPPORTED, issues, Map.of());
        }
        return known;
    }

    /** Those of some types that are served. */
    private List<String> served(List<String> lists) {
        List<String> names = sources.types().stream().map(ResourceType::typeName).toList();
        return lists.stream()
                .flatMap(list -> List.of(list.split(",", -1)).stream())
                .filter(names::contains)
                .toList();
    }

    /**
     * Reads an export.
     *
     * @param path the segments after {@code /fhir}, the operation included
     * @throws FhirProblem when a group does not exist or a value is not allowed
     */
    Export read(List<String> path, Map<String, List<String>> parameters) {
        String format = one(parameters, OUTPUT_FORMAT);
        if (format != null && !NDJSON.contains(format.replace(' ', '+'))) {
            throw FhirProblem.value(
                    OUTPUT_FORMAT,
                    "\""
                            + ResourceSources.shown(format)
                            + "\" is not offered; offered is application/fhir+ndjson");
        }
        return new Export(
                populations.read(parameters).population(),
                members(one(parameters, MEMBERS)),
                path.size() == 3 ? group(path.get(1)) : null,
                types(parameters.get(TYPE)),
                since(one(parameters, SINCE)));
    }

    private static @Nullable String one(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw FhirProblem.value(name, "was given several times; once is allowed");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static MemberGroup group(String id) {
        return MemberGroup.find(id)
                .orElseThrow(
                        () ->
                                FhirProblem.notFound(
                                        "There is no Group with the id \""
                                                + ResourceSources.shown(id)
                                                + "\"; there are "
                                                + String.join(
                                                        ", ",
                                                        MemberGroup.all().stream()
                                                                .map(MemberGroup::id)
                                                                .toList())));
    }

    /** Whole blocks: the events of a block are dealt out together. */
    private long members(@Nullable String value) {
        long members = config.exportMembers();
        if (value != null) {
            try {
                members = Parameters.parseLong(value);
            } catch (NumberFormatException e) {
                members = 0;
            }
            if (members < 1 || members > config.maxExportMembers()) {
                throw FhirProblem.value(
                        MEMBERS,
                        "\""
                                + ResourceSources.shown(value)
                                + "\" must be a number from 1 to "
                                + config.maxExportMembers());
            }
        }
        return (members + MemberBlock.SIZE - 1) / MemberBlock.SIZE * MemberBlock.SIZE;
    }

    private @Nullable Set<ResourceType> types(@Nullable List<String> lists) {
        if (lists == null) {
            return null;
        }
        Set<ResourceType> types = new TreeSet<>();
        for (String list : lists) {
            for (String name : list.split(",", -1)) {
                types.add(type(name.strip()));
            }
        }
        return types;
    }

    private ResourceType type(String name) {
        try {
            return sources.type(name);
        } catch (FhirProblem e) {
            throw FhirProblem.value(TYPE, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Long since(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            // a plus sign in a query stands for a blank unless it is encoded
            return OffsetDateTime.parse(value.replace(' ', '+')).toEpochSecond();
        } catch (DateTimeParseException e) {
            throw FhirProblem.value(
                    SINCE,
                    "\""
                            + ResourceSources.shown(value)
                            + "\" must be an instant such as 2026-01-31T00:00:00Z");
        }
    }
}
