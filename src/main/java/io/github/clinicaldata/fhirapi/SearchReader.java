package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.plan.Parameters;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of searches. */
@Singleton
final class SearchReader {
    /** Where a page begins; a parameter of our own that the links of pages have. */
    static final String OFFSET = "_offset";

    static final String COUNT = "_count";
    static final String ID = "_id";
    static final String PATIENT = "patient";
    static final String IDENTIFIER = "identifier";

    private static final String SUMMARY = "_summary";
    private static final String TOTAL = "_total";
    private static final List<String> OF_EVERY_SEARCH =
            List.of(COUNT, OFFSET, SUMMARY, TOTAL, "_format", "_pretty");

    /** Ids, patients or identifiers of one parameter. */
    private static final int MOST_VALUES = 100;

    private final SearchParameters known;
    private final Populations populations;
    private final GeneratorConfig.FhirConfig config;

    SearchReader(SearchParameters known, Populations populations, GeneratorConfig config) {
        this.known = known;
        this.populations = populations;
        this.config = config.fhir();
    }

    /**
     * Reads a search.
     *
     * @throws FhirProblem when a parameter is not supported or has a value that is not allowed
     */
    Search read(ResourceType type, FhirRequest request) {
        Map<String, List<String>> used = used(type, request);
        Lists lists = new Lists();
        List<Criterion> criteria = new ArrayList<>();
        used.forEach((name, values) -> values.forEach(value -> add(name, value, lists, criteria)));
        String summary = one(used, SUMMARY);
        String total = one(used, TOTAL);
        refuse(SUMMARY, summary, Set.of("count", "false"));
        refuse(TOTAL, total, Set.of("none", "estimate", "accurate"));
        boolean bounded = lists.ids != null || lists.patients != null || lists.identifiers != null;
        if (!bounded && ("count".equals(summary) || "accurate".equals(total))) {
            throw new FhirProblem(
                    400,
                    IssueType.TOOCOSTLY,
                    (summary == null ? TOTAL : SUMMARY)
                            + ": only searches by _id, patient or identifier can be counted");
        }
        return new Search(
                type,
                lists.ids,
                lists.patients,
                lists.identifiers,
                criteria,
                (int) Math.min(config.maxPage(), number(used, COUNT, config.defaultPage())),
                number(used, OFFSET, 0),
                "count".equals(summary) || "0".equals(one(used, COUNT)),
                !"none".equals(total),
                used);
    }

    private static final class Lists {
        @Nullable List<String> ids;
        @Nullable List<String> patients;
        @Nullable List<String> identifiers;
    }

    private static String plain(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** The parameters that are understood; others are refused, or passed over if so wished. */
    private Map<String, List<String>> used(ResourceType type, FhirRequest request) {
        Set<String> supported = new TreeSet<>(known.of(type));
        supported.addAll(OF_EVERY_SEARCH);
        Map<String, List<String>> used = new LinkedHashMap<>();
        List<String> issues = new ArrayList<>();
        request.parameters()
                .forEach(
                        (name, values) -> {
                            if (supported.contains(plain(name))
                                    || populations.names().contains(name)) {
                                used.put(name, values);
                            } else {
                                issues.add(unsupported(type, name, supported));
                            }
                        });
        if (!issues.isEmpty() && !request.isLenient()) {
            throw new FhirProblem(400, IssueType.NOTSUPPORTED, issues, Map.of());
        }
        return used;
    }

    private String unsupported(ResourceType type, String name, Set<String> supported) {
        return "The parameter \""
                + ResourceSources.shown(name)
                + "\" is not supported by searches for "
                + type.typeName()
                + "; supported are "
                + String.join(", ", supported)
                + ", and for the population "
                + String.join(", ", populations.names());
    }

    private static void add(String name, String value, Lists lists, List<Criterion> criteria) {
        String plain = plain(name);
        String modifier = name.substring(Math.min(name.length(), plain.length() + 1));
        switch (plain) {
            case ID -> lists.ids = list(name, plain, value, lists.ids);
            case PATIENT -> {
                boolean typed = modifier.equals("Patient");
                lists.patients =
                        list(typed ? plain : name, plain, value, lists.patients).stream()
                                .map(SearchReader::idOf)
                                .toList();
            }
            default -> {
                if (Criteria.NAMES.contains(plain)) {
                    criteria.add(Criteria.of(plain, modifier, value));
                }
                if (plain.equals(IDENTIFIER)) {
                    lists.identifiers = list(name, plain, value, lists.identifiers);
                }
            }
        }
    }

    private static List<String> list(
            String name, String plain, String value, @Nullable List<String> before) {
        if (!name.equals(plain)) {
            throw FhirProblem.unsupported("Modifiers of " + plain + " are not supported");
        }
        if (before != null) {
            throw FhirProblem.value(plain, "was given several times; once is allowed");
        }
        List<String> values = Criteria.values(value);
        if (values.size() > MOST_VALUES || values.stream().anyMatch(String::isBlank)) {
            throw FhirProblem.value(
                    plain, "must be a value, or up to " + MOST_VALUES + " with commas between");
        }
        return values;
    }

    /** The id of a reference: {@code id}, {@code Patient/id}, or a URL that ends so. */
    private static String idOf(String reference) {
        String path = "Patient/";
        int at = reference.lastIndexOf(path);
        return at < 0 ? reference : reference.substring(at + path.length());
    }

    private static @Nullable String one(Map<String, List<String>> used, String name) {
        List<String> values = used.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw FhirProblem.value(name, "was given several times; once is allowed");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static void refuse(String name, @Nullable String value, Set<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw FhirProblem.value(
                    name,
                    "\""
                            + ResourceSources.shown(value)
                            + "\" is not supported; supported are "
                            + String.join(", ", new TreeSet<>(allowed)));
        }
    }

    /** A whole number from 0 on. */
    static long number(Map<String, List<String>> used, String name, long defaultValue) {
        String value = one(used, name);
        if (value == null) {
            return defaultValue;
        }
        try {
            long number = Parameters.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw FhirProblem.value(
                name, "\"" + ResourceSources.shown(value) + "\" must be a whole number from 0 on");
    }
}
