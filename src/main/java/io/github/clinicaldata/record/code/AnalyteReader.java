package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one analyte of {@code codes/analytes.yaml} or {@code codes/vitals.yaml}. */
final class AnalyteReader {
    private static final double LIKELY = 1e-6;

    private final YamlNode node;
    private final int decimals;
    private final double power;

    AnalyteReader(YamlNode node) {
        this.node = node;
        node.allowOnly(
                "analyte",
                "loinc",
                "name",
                "unit",
                "decimals",
                "type",
                "ages",
                "ranges",
                "critical_low",
                "critical_high",
                "report_below",
                "observed",
                "min",
                "max",
                "within",
                "log",
                "interpolated",
                "normal",
                "conditions",
                "fixed",
                "numeric",
                "values",
                "by_age",
                "derived",
                "derived_ages",
                "of",
                "at_most",
                "at_least",
                "not_if",
                "agrees_with",
                "moves_with",
                "correlated");
        decimals = node.integer("decimals", 0);
        power = StrictMath.pow(10, decimals);
    }

    /**
     * Reads the analyte.
     *
     * @param observed the share of results that are observations where the file does not say it
     */
    Analyte read(int ordinal, double observed) {
        boolean quantity = node.text("type").equals("quantity");
        CodedValues coded = quantity ? null : CodedValuesReader.read(node);
        String unit = node.textOrNull("unit");
        return new Analyte(
                ordinal,
                Text.of(node.text("analyte")),
                LoincCode.standard().get(node.text("loinc")).code(),
                Text.of(node.text("name")),
                unit == null ? null : UnitOfMeasure.standard().get(unit).code(),
                decimals,
                AnalyteLimits.months(node),
                node.list("ranges").stream().map(this::range).toList(),
                coded == null ? null : usual(coded),
                bound(node, "critical_low"),
                bound(node, "critical_high"),
                bound(node, "report_below"),
                node.number("observed", observed),
                quantity ? DistributionReader.read(node) : null,
                coded,
                links());
    }

    /** What a laboratory prints as normal: the only value that is, or the first two. */
    private static @Nullable Text usual(CodedValues coded) {
        List<String> normal = new ArrayList<>();
        boolean any = false;
        for (CodedValue value : coded.values()) {
            any |= value.abnormal();
            if (!value.abnormal()) {
                normal.add(value.value().toString());
            }
        }
        return any && !coded.numeric() && !normal.isEmpty()
                ? Text.of(String.join(" or ", normal.subList(0, Math.min(2, normal.size()))))
                : null;
    }

    private ReferenceRange range(YamlNode range) {
        range.allowOnly("ages", "months", "sex", "low", "high");
        long low = bound(range, "low");
        long high = bound(range, "high");
        String from = range.text("low", "");
        String to = range.text("high", "");
        String text;
        if (from.isEmpty()) {
            text = "<=" + to;
        } else if (to.isEmpty()) {
            text = ">=" + from;
        } else {
            text = from + (from.startsWith("-") ? " to " : "-") + to;
        }
        return new ReferenceRange(
                AnalyteLimits.months(range), AnalyteLimits.sex(range), low, high, Text.of(text));
    }

    /** A number of the file without its decimal point. */
    private long bound(YamlNode from, String key) {
        if (!from.has(key)) {
            return ReferenceRange.NONE;
        }
        double scaled = from.number(key) * power;
        if (Math.abs(scaled - Math.rint(scaled)) > LIKELY) {
            throw from.error(key + " has more decimals than the " + decimals + " of results");
        }
        return Math.round(scaled);
    }

    private AnalyteLinks links() {
        String derived = node.textOrNull("derived");
        String notIf = node.textOrNull("not_if");
        String[] absence = notIf == null ? new String[] {"", "0"} : notIf.split(" >= ", 2);
        if (absence.length != 2) {
            throw node.error("not_if must be of the form: analyte >= number");
        }
        YamlNode correlated = node.has("correlated") ? node.map("correlated") : null;
        return new AnalyteLinks(
                derived == null ? null : derivation(derived),
                AnalyteLimits.years(node, "derived_ages"),
                node.textOrNull("of"),
                node.textOrNull("at_most"),
                node.textOrNull("at_least"),
                notIf == null ? null : absence[0],
                Double.parseDouble(absence[1]),
                node.textOrNull("agrees_with"),
                node.textOrNull("moves_with"),
                correlated == null ? null : correlated.text("with"),
                correlated == null ? 0 : correlated.number("by"));
    }

    private Derivation derivation(String name) {
        try {
            return Derivation.of(name);
        } catch (IllegalArgumentException e) {
            throw node.error("there is no formula " + name);
        }
    }
}
