package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.pathway.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * What is usually billed beside the main lines of a claim: the drawing of blood, supplies,
 * infusions, recovery. From {@code weights/companion-lines.csv}. Immutable.
 */
final class CompanionLines {
    private static final String ANY = "*";
    private static final String DRAWN = "ordered-laboratory";
    private static final int FIRST_UNIFORM = 60;

    /** A row: what calls for the line, how often, and how many units. */
    private record Rule(String with, Text kind, Service service, double share, int low, int high) {
        boolean applies(ClaimDraft claim, boolean drawn) {
            if (with.equals(ANY)) {
                return true;
            }
            if (with.equals(DRAWN)) {
                return drawn;
            }
            for (ClaimLine line : claim.lines) {
                Service billed = line.service;
                if (billed != null && (billed.kind().equals(kind) || billed.key().equals(with))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class Holder {
        static final CompanionLines STANDARD = new CompanionLines();
    }

    /** By type of claim and setting. */
    private final List<List<List<Rule>>> rules = new ArrayList<>();

    private CompanionLines() {
        Keyed<Service> services = Service.standard();
        List<NamedCsvRecord> rows = ReferenceTable.read("weights/companion-lines.csv").rows();
        for (ClaimType type : ClaimType.values()) {
            List<List<Rule>> bySetting = new ArrayList<>();
            for (Setting setting : Setting.values()) {
                bySetting.add(
                        rows.stream()
                                .filter(
                                        row ->
                                                row.getField("claim_type")
                                                                .equals(type.code().toString())
                                                        && row.getField("setting")
                                                                .equals(setting.code().toString()))
                                .map(
                                        row ->
                                                new Rule(
                                                        row.getField("with"),
                                                        Rows.text(row, "with"),
                                                        services.get(row.getField("service")),
                                                        number(row, "share"),
                                                        integer(row, "units_low"),
                                                        integer(row, "units_high")))
                                .toList());
            }
            rules.add(List.copyOf(bySetting));
        }
    }

    static CompanionLines standard() {
        return Holder.STANDARD;
    }

    /**
     * Adds the lines; what they call for in turn is not added.
     *
     * @param drawn whether tests of the laboratory were ordered at the visit
     */
    void add(ClaimDraft claim, Setting setting, boolean drawn) {
        if (claim.lines.isEmpty()) {
            return;
        }
        List<Rule> ofClaim = rules.get(claim.type.ordinal()).get(setting.ordinal());
        List<ClaimLine> added = new ArrayList<>(4);
        for (int i = 0; i < ofClaim.size(); i++) {
            Rule rule = ofClaim.get(i);
            if (Uniforms.of(claim.key, FIRST_UNIFORM + 2 * i) < rule.share()
                    && rule.applies(claim, drawn)
                    && !claim.bills(rule.service())) {
                double uniform = Uniforms.of(claim.key, FIRST_UNIFORM + 2 * i + 1);
                int units = rule.low() + (int) (uniform * (rule.high() - rule.low() + 1));
                added.add(new ClaimLine(rule.service(), units, claim.from));
            }
        }
        claim.lines.addAll(added);
    }
}
