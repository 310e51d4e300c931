package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of an analyte that is no quantity. */
final class CodedValuesReader {
    private static final double ROUNDING = 0.0015;
    private static final String CODE = "code";

    private final YamlNode analyte;
    private final List<String> names = new ArrayList<>();
    private final List<CodedValue> values = new ArrayList<>();
    private final List<Double> usual = new ArrayList<>();

    private CodedValuesReader(YamlNode analyte) {
        this.analyte = analyte;
        for (YamlNode value : analyte.list("values")) {
            value.allowOnly("value", "share", "flag", "loinc_answer");
            names.add(value.text("value"));
            usual.add(value.number("share"));
            String answer = value.textOrNull("loinc_answer");
            values.add(
                    new CodedValue(
                            Text.of(value.text("value")),
                            isAbnormal(value),
                            answer == null ? null : Text.of(answer)));
        }
    }

    private static boolean isAbnormal(YamlNode value) {
        return switch (value.text("flag")) {
            case "N" -> false;
            case "A" -> true;
            default -> throw value.error("flag must be N or A");
        };
    }

    static CodedValues read(YamlNode analyte) {
        return new CodedValuesReader(analyte).read();
    }

    private CodedValues read() {
        List<CodedShares> groups = new ArrayList<>();
        if (analyte.has("conditions")) {
            YamlNode conditions = analyte.map("conditions");
            for (String key : conditions.keys()) {
                for (YamlNode named : conditions.listOrOne(key)) {
                    groups.add(
                            new CodedShares(
                                    key,
                                    named.textOrNull(CODE),
                                    AnalyteLimits.ANY,
                                    replaced(named)));
                }
            }
        }
        for (YamlNode group : analyte.list("by_age")) {
            groups.add(group(AnalyteLimits.months(group), replaced(group.map("values"))));
        }
        groups.add(group(AnalyteLimits.ANY, scaled(usual)));
        return new CodedValues(
                analyte.flag("fixed"),
                analyte.flag("numeric"),
                List.copyOf(values),
                List.copyOf(groups));
    }

    private static CodedShares group(IntRange months, List<Double> shares) {
        return new CodedShares(null, null, months, shares);
    }

    /** The usual shares with those that are named in place of theirs. */
    private List<Double> replaced(YamlNode named) {
        List<String> allowed = new ArrayList<>(names);
        allowed.add(CODE);
        named.allowOnly(allowed.toArray(new String[0]));
        double taken = 0;
        double others = 0;
        for (int i = 0; i < names.size(); i++) {
            if (named.has(names.get(i))) {
                taken += named.number(names.get(i));
            } else {
                others += usual.get(i);
            }
        }
        if (taken > 1 + ROUNDING) {
            throw named.error("shares are more than 1 together");
        }
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            shares.add(
                    named.has(names.get(i))
                            ? named.number(names.get(i))
                            : Math.max(0, 1 - taken) * usual.get(i) / others);
        }
        return scaled(shares);
    }

    private List<Double> scaled(List<Double> shares) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > ROUNDING) {
            throw analyte.error("shares sum to " + sum);
        }
        return shares.stream().map(share -> share / sum).toList();
    }
}
