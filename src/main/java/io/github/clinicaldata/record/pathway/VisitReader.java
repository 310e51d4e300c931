package io.github.clinicaldata.record.pathway;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Conclusion;
import io.github.clinicaldata.record.code.Diagnoses;
import io.github.clinicaldata.record.code.Diagnosis;
import io.github.clinicaldata.record.code.DischargeStatus;
import io.github.clinicaldata.record.code.DrgGroup;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.code.IntRange;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.PanelKind;
import io.github.clinicaldata.record.code.Panels;
import io.github.clinicaldata.record.code.Procedure;
import io.github.clinicaldata.record.code.Rows;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.code.Tissue;
import io.github.clinicaldata.record.code.YamlNode;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.random.AliasTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the visits and drugs of a pathway. */
final class VisitReader {
    private static final String SUBSEQUENT = "D";
    private static final IntRange ONCE = new IntRange(1, 1);
    private static final IntRange AT_ONCE = new IntRange(0, 0);

    private final YamlNode file;
    private final List<String> choices = new ArrayList<>();

    VisitReader(YamlNode file) {
        this.file = file;
    }

    List<VisitRule> read(List<YamlNode> nodes) {
        return nodes.stream().map(this::visit).toList();
    }

    private VisitRule visit(YamlNode node) {
        node.allowOnly(
                "what",
                "setting",
                "provider",
                "choice",
                "share",
                "per_year",
                "after",
                "every",
                "until",
                "priority",
                "ages",
                "sex",
                "of",
                "code",
                "also",
                "services",
                "reports",
                "procedures",
                "medications",
                "nights",
                "drg",
                "discharge");
        String provider = node.text("provider");
        String code = node.textOrNull("code");
        boolean subsequent = SUBSEQUENT.equals(code);
        Setting setting = Setting.of(node.text("setting"));
        List<ProcedureOrder> procedures =
                node.list("procedures", "procedure").stream().map(VisitReader::procedure).toList();
        List<ReportOrder> reports =
                node.list("reports", "panel").stream()
                        .map(each -> report(each, procedures))
                        .toList();
        return new VisitRule(
                Text.of(node.text("what")),
                setting,
                provider.equals("primary_care")
                        ? null
                        : ProviderDirectory.standard().type(provider),
                choice(node),
                node.number("share"),
                node.range("per_year", ONCE),
                node.range("after", AT_ONCE),
                node.integer("every", 0),
                node.integer("until", 0),
                node.integer("priority"),
                Limits.of(node),
                node.texts("of"),
                code == null || subsequent ? List.of() : oneOf(code),
                node.texts("also").stream().map(VisitReader::oneOf).toList(),
                subsequent,
                services(node, procedures),
                reports,
                procedures,
                drugs(node.list("medications")),
                node.has("nights") ? stay(node, setting) : null,
                endoscopy(reports));
    }

    /** Codes that stand for each other, such as those of the sides of the body. */
    private static List<Diagnosis> oneOf(String codes) {
        return Arrays.stream(codes.split("\\|")).map(Diagnoses.standard()::get).toList();
    }

    /** The number of a choice in this file, or -1. */
    private int choice(YamlNode node) {
        String name = node.textOrNull("choice");
        if (name == null) {
            return -1;
        }
        int known = choices.indexOf(name);
        if (known >= 0) {
            return known;
        }
        choices.add(name);
        return choices.size() - 1;
    }

    private static List<ServiceOrder> services(YamlNode node, List<ProcedureOrder> procedures) {
        return node.list("services", "service").stream()
                .map(each -> service(each, procedures))
                .toList();
    }

    private static ServiceOrder service(YamlNode node, List<ProcedureOrder> procedures) {
        node.allowOnly("service", "share", "provider", "takes");
        String key = node.text("service");
        String provider = node.textOrNull("provider");
        String takes = node.textOrNull("takes");
        ServiceOrder order =
                new ServiceOrder(
                        Service.standard().get(key),
                        node.number("share", 1),
                        position(key, procedures),
                        takes == null ? null : Tissue.of(takes),
                        provider == null
                                ? Specialists.standard().of(key)
                                : List.of(ProviderDirectory.standard().type(provider)));
        if (order.procedure() >= 0) {
            follow(node, procedures.get(order.procedure()), order.share());
        }
        return order;
    }

    /** What is billed or reported where a procedure is done is as frequent as that. */
    private static void follow(YamlNode node, ProcedureOrder procedure, double share) {
        if (procedure.share() != share || !procedure.limits().equals(Limits.EVERYBODY)) {
            throw node.error("must have the share of its procedure, which is for everybody");
        }
    }

    private static int position(String key, List<ProcedureOrder> procedures) {
        for (int i = 0; i < procedures.size(); i++) {
            if (procedures.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static ReportOrder report(YamlNode node, List<ProcedureOrder> procedures) {
        node.allowOnly("panel", "share", "ages", "sex", "procedure");
        String panel = node.text("panel");
        String procedure = node.textOrNull("procedure");
        ReportOrder order =
                new ReportOrder(
                        panel,
                        node.number("share", 1),
                        Limits.of(node),
                        procedure == null ? -1 : position(procedure, procedures),
                        Panels.standard().get(panel).kind() == PanelKind.PATHOLOGY);
        if (order.procedure() >= 0) {
            follow(node, procedures.get(order.procedure()), order.share());
        } else if (procedure != null) {
            throw node.error("the visit has no procedure " + procedure);
        }
        return order;
    }

    /** The first endoscopy among reports at which tissue can be taken. */
    private @Nullable Endoscopy endoscopy(List<ReportOrder> reports) {
        for (int i = 0; i < reports.size(); i++) {
            Panel panel = Panels.standard().get(reports.get(i).panel());
            Conclusion seen =
                    panel.kind() != PanelKind.PROCEDURE || panel.conclusions().isEmpty()
                            ? null
                            : panel.conclusionFor(file.text("condition"), file.text("category"));
            if (seen != null && seen.takesTissue()) {
                return new Endoscopy(seen, i);
            }
        }
        return null;
    }

    private static ProcedureOrder procedure(YamlNode node) {
        node.allowOnly("procedure", "share", "ages", "sex", "drg", "drg_for");
        SortedMap<String, DrgGroup> drgs = new TreeMap<>();
        if (node.has("drg")) {
            drgs.put("", DrgGroup.standard().get(node.text("drg")));
        }
        if (node.has("drg_for")) {
            YamlNode by = node.map("drg_for");
            by.keys().forEach(code -> drgs.put(code, DrgGroup.standard().get(by.text(code))));
        }
        Limits limits = Limits.of(node);
        if (!drgs.isEmpty() && !limits.equals(Limits.EVERYBODY)) {
            throw node.error("a procedure that decides on the DRG must be for everybody");
        }
        return new ProcedureOrder(
                Procedure.of(node.text("procedure")),
                node.number("share", 1),
                limits,
                Collections.unmodifiableSortedMap(drgs));
    }

    /** The drugs of a list. */
    List<DrugOrder> drugs(List<YamlNode> nodes) {
        return nodes.stream().map(this::drug).toList();
    }

    private DrugOrder drug(YamlNode node) {
        node.allowOnly("choice", "drug", "share", "quantity", "days", "directions", "ages", "sex");
        Drug drug = Drug.standard().get(node.text("drug"));
        String directions = node.textOrNull("directions");
        return new DrugOrder(
                drug,
                choice(node),
                node.number("share"),
                Rows.tenths(node.text("quantity")),
                node.integer("days"),
                directions == null ? drug.directions() : Text.of(directions),
                Limits.of(node));
    }

    private Stay stay(YamlNode node, Setting setting) {
        List<DischargeStatus> discharges = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        YamlNode discharge = node.map("discharge");
        for (String key : discharge.keys()) {
            discharges.add(DischargeStatus.standard().get(key));
            weights.add(discharge.number(key));
        }
        if (discharges.isEmpty()) {
            throw file.error("a stay needs discharges");
        }
        if (node.has("drg") == (setting == Setting.SKILLED_NURSING)) {
            throw node.error("stays in hospitals, and they alone, have a drg");
        }
        return new Stay(
                node.range("nights"),
                node.has("drg") ? DrgGroup.standard().get(node.text("drg")) : null,
                List.copyOf(discharges),
                AliasTable.of(weights.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
