package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The reports that can be ordered. Immutable. */
public final class Panels {
    private static final String FILE = "codes/panels.yaml";

    private static final class Holder {
        static final Panels STANDARD = new Panels();
    }

    private final Analytes analytes = Analytes.standard();
    private final List<Panel> all;
    private final Keyed<Panel> byKey;

    private Panels() {
        List<Panel> panels = new ArrayList<>();
        for (YamlNode node : YamlNode.read(FILE).list("panels")) {
            panels.add(panel(node, panels.size()));
        }
        all = List.copyOf(panels);
        byKey = Keyed.of(FILE, all, panel -> panel.key().toString());
    }

    /** The panels of the product, read once. */
    public static Panels standard() {
        return Holder.STANDARD;
    }

    /** All of them; the position of each is its ordinal. */
    public List<Panel> all() {
        return all;
    }

    /**
     * The panel of a key.
     *
     * @throws IllegalStateException when there is none
     */
    public Panel get(String key) {
        return byKey.get(key);
    }

    private Panel panel(YamlNode node, int ordinal) {
        node.allowOnly(
                "panel",
                "kind",
                "name",
                "loinc",
                "specimen",
                "fasting",
                "turnaround_hours",
                "results",
                "conclusions",
                "findings");
        String specimen = node.textOrNull("specimen");
        Panel panel =
                new Panel(
                        ordinal,
                        Text.of(node.text("panel")),
                        PanelKind.valueOf(node.text("kind").toUpperCase(Locale.ROOT)),
                        Text.of(node.text("name")),
                        LoincCode.standard().get(node.text("loinc")).code(),
                        specimen == null ? null : Text.of(specimen),
                        node.flag("fasting"),
                        node.range("turnaround_hours"),
                        node.list("results").stream().map(this::result).toList(),
                        conclusions(node),
                        node.list("findings").stream().map(this::finding).toList());
        if (panel.results().isEmpty() && panel.conclusions().isEmpty()) {
            throw node.error("results or conclusions are missing");
        }
        if (!panel.conclusions().isEmpty() && panel.conclusion(Conclusion.NORMAL) == null) {
            throw node.error("conclusions lack " + Conclusion.NORMAL);
        }
        return panel;
    }

    private PanelResult result(YamlNode node) {
        node.allowOnly("analyte", "ages", "needs", "not_for");
        return new PanelResult(
                analytes.get(node.text("analyte")),
                AnalyteLimits.months(node),
                node.textOrNull("needs"),
                node.textOrNull("not_for"));
    }

    private static List<Conclusion> conclusions(YamlNode panel) {
        if (!panel.has("conclusions")) {
            return List.of();
        }
        YamlNode node = panel.map("conclusions");
        return node.keys().stream().map(key -> new Conclusion(key, wordings(node, key))).toList();
    }

    private static List<Conclusion.Wording> wordings(YamlNode conclusions, String key) {
        if (!conclusions.isList(key)) {
            return List.of(Conclusion.Wording.always(Text.of(conclusions.text(key))));
        }
        return conclusions.list(key, "text").stream().map(Panels::wording).toList();
    }

    private static Conclusion.Wording wording(YamlNode node) {
        node.allowOnly("text", "share", "codes", "followed_by", "ages", "takes");
        return new Conclusion.Wording(
                Text.of(node.text("text")),
                node.number("share", 1),
                node.texts("codes"),
                node.texts("followed_by"),
                AnalyteLimits.months(node),
                Tissue.of(node.text("takes", "none")));
    }

    private Finding finding(YamlNode node) {
        node.allowOnly("when", "ages", "instead", "unless", "conclusion");
        return new Finding(
                node.listOrOne("when").stream().map(this::bound).toList(),
                AnalyteLimits.months(node),
                node.texts("instead"),
                node.texts("unless"),
                Text.of(node.text("conclusion")));
    }

    private Finding.Bound bound(YamlNode node) {
        node.allowOnly("analyte", "above", "below");
        return new Finding.Bound(
                analytes.get(node.text("analyte")),
                node.number("above", Double.NEGATIVE_INFINITY),
                node.number("below", Double.POSITIVE_INFINITY));
    }
}
