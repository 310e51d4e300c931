package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
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
    private record Rule(List<String> with, Service service, double share, int low, int high) {
        boolean applies(ClaimDraft claim, boolean drawn) {
            if (with.contains(ANY)) {
                return true;
            }
            if (with.contains(DRAWN)) {
                return drawn;
            }
            for (ClaimLine line : claim.lines) {
                Service billed = line.service;
                if (billed != null
                        && (with.contains(billed.kind().toString())
                                || with.contains(billed.key()))) {
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
                                                        with(row, services),
                                                        services.get(row.getField("service")),
                                                        number(row, "share"),
                                                        integer(row, "units_low"),
                                                        integer(row, "units_high")))
                                .toList());
            }
            rules.add(List.copyOf(bySetting));
        }
    }

    /** What calls for a line; each word must be known. */
    private static List<String> with(NamedCsvRecord row, Keyed<Service> services) {
        List<String> with = List.of(row.getField("with").split("\\+"));
        for (String each : with) {
            if (!each.equals(ANY)
                    && !each.equals(DRAWN)
                    && services.find(each).isEmpty()
                    && services.all().stream()
                            .noneMatch(service -> service.kind().toString().equals(each))) {
                throw new IllegalStateException("companion-lines.csv: no service or kind " + each);
            }
        }
        return with;
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
