package io.github.clinicaldata.fhirapi;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Reads the values of search parameters that look into resources. */
final class Criteria {
    /** The parameters, in the order in which they are told. */
    static final List<String> NAMES =
            List.of("identifier", "name", "family", "given", "birthdate", "gender");

    private static final Set<String> SEXES = Set.of("male", "female", "other", "unknown");
    private static final Set<String> PREFIXES =
            Set.of("eq", "ne", "lt", "gt", "le", "ge", "sa", "eb");

    private Criteria() {}

    /** The criterion of a value, which may list several by commas. */
    static Criterion of(String name, String modifier, String value) {
        if (value.isBlank()) {
            throw FhirProblem.value(name, "must not be empty");
        }
        if (!modifier.isEmpty()
                && !(isText(name) && (modifier.equals("exact") || modifier.equals("contains")))) {
            throw FhirProblem.unsupported(
                    "The modifier :"
                            + ResourceSources.shown(modifier)
                            + " of "
                            + name
                            + " is not supported; :exact and :contains are, of name, family and"
                            + " given");
        }
        Predicate<ResourceProbe> any = probe -> false;
        for (String one : values(value)) {
            any = any.or(single(name, modifier, one));
        }
        return new Criterion(name, any);
    }

    private static boolean isText(String name) {
        return name.equals("name") || name.equals("family") || name.equals("given");
    }

    /** The values between commas; a backslash takes its meaning from a comma. */
    static List<String> values(String list) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\\' && i + 1 < list.length()) {
                value.append(list.charAt(++i));
            } else if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    private static Predicate<ResourceProbe> single(String name, String modifier, String value) {
        return switch (name) {
            case "identifier" -> identifier(value);
            case "birthdate" -> birthDate(value);
            case "gender" -> gender(value);
            default -> text(name, modifier, value);
        };
    }

    private static Predicate<ResourceProbe> identifier(String value) {
        int bar = value.indexOf('|');
        String wanted = value.substring(bar + 1);
        if (wanted.isEmpty()) {
            throw FhirProblem.value("identifier", "must be a value, or a system|value");
        }
        String system = bar < 0 ? "" : value.substring(0, bar);
        return probe ->
                probe.identifiers().stream()
                        .anyMatch(
                                one ->
                                        one.value().equals(wanted)
                                                && (bar < 0 || one.system().equals(system)));
    }

    private static Predicate<ResourceProbe> gender(String value) {
        if (!SEXES.contains(value)) {
            throw FhirProblem.value("gender", "must be male, female, other or unknown");
        }
        return probe -> probe.gender().equals(value);
    }

    private static Predicate<ResourceProbe> text(String name, String modifier, String value) {
        BiPredicate<String, String> matches =
                switch (modifier) {
                    case "exact" -> String::equals;
                    case "contains" -> (given, wanted) -> lower(given).contains(wanted);
                    default -> (given, wanted) -> lower(given).startsWith(wanted);
                };
        String wanted = modifier.equals("exact") ? value : lower(value);
        return probe ->
                probe.names().stream()
                        .filter(part -> name.equals("name") || part.part().equals(name))
                        .anyMatch(part -> matches.test(part.value(), wanted));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Predicate<ResourceProbe> birthDate(String value) {
        boolean hasPrefix = value.length() > 2 && PREFIXES.contains(value.substring(0, 2));
        String prefix = hasPrefix ? value.substring(0, 2) : "eq";
        String date = hasPrefix ? value.substring(2) : value;
        LocalDate first;
        LocalDate last;
        try {
            if (date.length() == 4) {
                first = Year.parse(date).atDay(1);
                last = first.plusYears(1).minusDays(1);
            } else if (date.length() == 7) {
                first = YearMonth.parse(date).atDay(1);
                last = first.plusMonths(1).minusDays(1);
            } else {
                first = LocalDate.parse(date);
                last = first;
            }
        } catch (DateTimeException e) {
            throw FhirProblem.value(
                    "birthdate",
                    "\""
                            + ResourceSources.shown(value)
                            + "\" must be a date such as 1980-01-31, 1980-01 or 1980, with one of"
                            + " eq, ne, lt, gt, le, ge, sa, eb before it or none");
        }
        Predicate<LocalDate> holds = holds(prefix, first, last);
        return probe -> {
            LocalDate birth = probe.birthDate();
            return birth != null && holds.test(birth);
        };
    }

    private static Predicate<LocalDate> holds(String prefix, LocalDate first, LocalDate last) {
        return switch (prefix) {
            case "lt", "eb" -> birth -> birth.isBefore(first);
            case "gt", "sa" -> birth -> birth.isAfter(last);
            case "le" -> birth -> !birth.isAfter(last);
            case "ge" -> birth -> !birth.isBefore(first);
            case "ne" -> birth -> birth.isBefore(first) || birth.isAfter(last);
            default -> birth -> !birth.isBefore(first) && !birth.isAfter(last);
        };
    }
}
