package io.github.clinicaldata.record.code;

import io.github.clinicaldata.record.Text;
import java.util.ArrayList;
import java.util.List;

/** What is taken at visits, and at which. Immutable. */
public final class VitalSigns {
    private static final String FILE = "codes/vitals.yaml";

    private static final class Holder {
        static final VitalSigns STANDARD = new VitalSigns();
    }

    private final List<VitalSign> all = new ArrayList<>();
    private final List<String> settings;
    private final List<String> withoutProviders;

    private VitalSigns() {
        YamlNode root = YamlNode.read(FILE);
        Keyed<YamlNode> panels = Keyed.of(FILE, root.list("panels"), node -> node.text("panel"));
        for (YamlNode node : root.list("taken")) {
            all.add(sign(node, panels));
        }
        settings = root.texts("settings");
        withoutProviders = root.texts("without_providers");
    }

    /** The table of the product, read once. */
    public static VitalSigns standard() {
        return Holder.STANDARD;
    }

    /** All of them; the position of each is its ordinal. */
    public List<VitalSign> all() {
        return List.copyOf(all);
    }

    /** The settings in which anything is taken. */
    public List<String> settings() {
        return settings;
    }

    /** The types of providers who take nothing. */
    public List<String> withoutProviders() {
        return withoutProviders;
    }

    private VitalSign sign(YamlNode node, Keyed<YamlNode> panels) {
        node.allowOnly("sign", "category", "set", "visits");
        String key = node.text("sign");
        List<Analyte> analytes = new ArrayList<>();
        YamlNode panel = panels.find(key).orElse(null);
        Text loinc;
        Text name;
        if (panel == null) {
            Analyte analyte = Analytes.standard().get(key);
            analytes.add(analyte);
            loinc = analyte.loinc();
            name = analyte.name();
        } else {
            for (YamlNode result : panel.list("results")) {
                analytes.add(Analytes.standard().get(result.text("analyte")));
            }
            loinc = LoincCode.standard().get(panel.text("loinc")).code();
            name = Text.of(panel.text("name"));
        }
        return new VitalSign(
                all.size(),
                Text.of(key),
                loinc,
                name,
                ObservationCategory.of(node.text("category")),
                node.flag("set"),
                List.copyOf(analytes),
                node.list("visits").stream().map(VitalSigns::taking).toList());
    }

    private static VitalSign.Taking taking(YamlNode node) {
        node.allowOnly("ages", "months", "settings", "reasons", "share");
        double share = node.number("share");
        if (share < 0 || share > 1) {
            throw node.error("share must be from 0 to 1");
        }
        return new VitalSign.Taking(
                AnalyteLimits.months(node), node.texts("settings"), node.texts("reasons"), share);
    }
}
