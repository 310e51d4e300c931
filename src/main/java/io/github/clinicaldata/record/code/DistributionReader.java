package io.github.clinicaldata.record.code;

import java.util.ArrayList;
import java.util.List;

/** Reads how the results of a quantity are distributed. */
final class DistributionReader {
    private DistributionReader() {}

    static Distribution read(YamlNode analyte) {
        List<AnalyteRow> normal = analyte.has("normal") ? rows(analyte, "normal") : List.of();
        List<AnalyteEffect> effects = new ArrayList<>();
        if (analyte.has("conditions")) {
            YamlNode conditions = analyte.map("conditions");
            for (String key : conditions.keys()) {
                effects.add(new AnalyteEffect(key, rows(conditions, key)));
            }
        }
        boolean derived = analyte.has("derived");
        if (normal.isEmpty() && !derived) {
            throw analyte.error("normal is missing");
        }
        for (AnalyteRow row : normal) {
            if (Double.isNaN(row.mean()) || Double.isNaN(row.sd())) {
                throw analyte.error("normal needs mean and sd");
            }
        }
        double min = analyte.number("min");
        double max = analyte.number("max");
        if (min >= max) {
            throw analyte.error("min must be below max");
        }
        return new Distribution(
                analyte.flag("log"),
                analyte.flag("interpolated"),
                min,
                max,
                analyte.number("within", 0),
                normal,
                List.copyOf(effects));
    }

    private static List<AnalyteRow> rows(YamlNode node, String key) {
        return node.listOrOne(key).stream().map(DistributionReader::row).toList();
    }

    private static AnalyteRow row(YamlNode node) {
        node.allowOnly(
                "ages",
                "months",
                "sex",
                "code",
                "mean",
                "sd",
                "within",
                "min",
                "max",
                "trend_per_year",
                "times",
                "add",
                "ramp_years");
        int ways = count(node, "mean", "times", "add");
        if (ways != 1) {
            throw node.error("needs one of mean, times and add");
        }
        return new AnalyteRow(
                AnalyteLimits.months(node),
                AnalyteLimits.sex(node),
                node.textOrNull("code"),
                node.number("mean", AnalyteRow.UNSAID),
                node.number("sd", AnalyteRow.UNSAID),
                node.number("within", AnalyteRow.UNSAID),
                node.number("min", AnalyteRow.UNSAID),
                node.number("max", AnalyteRow.UNSAID),
                node.number("trend_per_year", 0),
                node.number("times", AnalyteRow.UNSAID),
                node.number("add", AnalyteRow.UNSAID),
                node.number("ramp_years", 0));
    }

    private static int count(YamlNode node, String... keys) {
        int count = 0;
        for (String key : keys) {
            count += node.has(key) ? 1 : 0;
        }
        return count;
    }
}
