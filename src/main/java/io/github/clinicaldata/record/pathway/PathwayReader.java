package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.person.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Reads one file of {@code pathways/}. */
final class PathwayReader {
    private static final double PER_THOUSAND = 0.001;
    private static final int MONTHS = 12;
    private static final IntRange NEVER = new IntRange(0, 0);

    private final YamlNode file;
    private final VisitReader visits;
    private final Course course;

    PathwayReader(String key) {
        file = YamlNode.read("pathways/" + key + ".yaml");
        file.allowOnly(
                "condition",
                "name",
                "course",
                "starts",
                "category",
                "rank",
                "codes",
                "sex",
                "prevalence",
                "incidence",
                "race",
                "comorbid",
                "after",
                "onset",
                "lasts",
                "season",
                "external",
                "medications",
                "visits");
        if (!file.text("condition").equals(key)) {
            throw file.error("condition must be " + key + ", the name of the file");
        }
        course = Course.valueOf(file.text("course").toUpperCase(Locale.ROOT));
        visits = new VisitReader(file);
    }

    /**
     * Reads the pathway.
     *
     * @param before those that are decided before it, by key
     */
    Pathway read(int ordinal, SortedMap<String, Pathway> before) {
        boolean chronic = course == Course.CHRONIC;
        Limits limits = Limits.of(file);
        return new Pathway(
                ordinal,
                file.text("condition"),
                Text.of(file.text("condition")),
                Text.of(file.text("name")),
                course,
                start(),
                Text.of(file.text("category")),
                file.list("codes").stream().map(PathwayReader::code).toList(),
                limits,
                chronic
                        ? AgeCurve.smooth(file.list("prevalence"), "share", limits)
                        : AgeCurve.steps(file.list("incidence"), "rate", PER_THOUSAND, limits),
                origins(),
                risks(before),
                file.range("onset", NEVER),
                file.range("lasts", NEVER),
                season(),
                file.texts("external").stream().map(Diagnoses.standard()::get).toList(),
                visits.drugs(file.list("medications")),
                visits.read(file.list("visits")));
    }

    private Start start() {
        return switch (file.text("starts", "any")) {
            case "any" -> Start.ANY_DAY;
            case "birth" -> Start.BIRTH;
            case "birthday" -> Start.BIRTHDAY;
            case "conception" -> Start.CONCEPTION;
            default -> throw file.error("starts must be birth, birthday or conception");
        };
    }

    private static PathwayCode code(YamlNode node) {
        node.allowOnly("code", "weight", "needs", "ages", "sex");
        return new PathwayCode(
                Diagnoses.standard().get(node.text("code")),
                node.number("weight"),
                Limits.of(node),
                node.textOrNull("needs"));
    }

    private List<Double> origins() {
        List<Double> factors = new ArrayList<>();
        for (Origin origin : Origin.ALL) {
            factors.add(file.has("race") ? file.map("race").number(origin.column(), 1) : 1.0);
        }
        return List.copyOf(factors);
    }

    /** Factors of chronic conditions that are decided before this one. */
    private List<Risk> risks(SortedMap<String, Pathway> before) {
        List<Risk> risks = new ArrayList<>();
        if (file.has("comorbid")) {
            YamlNode factors = file.map("comorbid");
            factors.keys().forEach(key -> risks.add(risk(key, factors.number(key), before)));
        }
        if (file.has("after")) {
            for (YamlNode each : file.listOrOne("after")) {
                risks.add(risk(each.text("condition"), each.number("times"), before));
            }
        }
        return List.copyOf(risks);
    }

    private Risk risk(String key, double times, SortedMap<String, Pathway> before) {
        Pathway other = before.get(key);
        if (other == null || other.course() != Course.CHRONIC) {
            throw file.error(key + " is no chronic condition of a lower rank");
        }
        return new Risk(other, times);
    }

    private List<Double> season() {
        List<Double> season = file.texts("season").stream().map(Double::valueOf).toList();
        if (!season.isEmpty() && season.size() != MONTHS) {
            throw file.error("season must have twelve weights");
        }
        return season;
    }
}
