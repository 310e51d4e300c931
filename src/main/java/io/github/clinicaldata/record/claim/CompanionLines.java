package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.integer;
import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import io.github.clinicaldata.record.code.Service;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.pathway.Specialists;
import io.github.clinicaldata.record.provider.ProviderType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What is usually billed beside the main lines of a claim: the drawing of blood, supplies,
 * infusions, recovery. From {@code weights/companion-lines.csv}. Immutable.
 */
final class CompanionLines {
    private static final String ANY = "*";
    private static final String DRAWN = "ordered-laboratory";
    private static final int FIRST_UNIFORM = 60;

    /**
     * What a cell names.
     *
     * @param any whether any claim will do
     * @param drawn whether tests that were ordered will do
     * @param services each one that a word names, by itself or by its kind; found by identity,
     *     since a service is the same object wherever it is billed
     */
    private record Words(boolean any, boolean drawn, Set<Service> services) {
        boolean nameOneOfLines(List<ClaimLine> lines) {
            for (ClaimLine line : lines) {
                if (line.service != null && services.contains(line.service)) {
                    return true;
                }
            }
            return false;
        }

        boolean nameOneOf(List<Service> given) {
            for (Service service : given) {
                if (services.contains(service)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A row: what calls for the line, for whom, how often, and how many units. */
    private record Rule(
            Words with,
            Words unless,
            int youngest,
            boolean primaryCare,
            Service service,
            List<ProviderType> performers,
            double share,
            int low,
            int high) {
        /** The services given count too, although a stay's bill has no line for them. */
        boolean applies(ClaimDraft claim, List<Service> given, int age, boolean drawn) {
            if (age < youngest
                    || primaryCare && claim.isSpecialist()
                    || !claim.mayBeOf(performers)) {
                return false;
            }
            return (with.any
                            || drawn && with.drawn
                            || with.nameOneOfLines(claim.lines)
                            || with.nameOneOf(given))
                    && !unless.nameOneOfLines(claim.lines);
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
                                                        words(row, "with", services),
                                                        words(row, "unless", services),
                                                        integer(row, "age_from"),
                                                        Rows.flag(row, "primary_care"),
                                                        services.get(row.getField("service")),
                                                        Specialists.standard()
                                                                .of(row.getField("service")),
                                                        number(row, "share"),
                                                        integer(row, "units_low"),
                                                        integer(row, "units_high")))
                                .toList());
            }
            rules.add(List.copyOf(bySetting));
        }
    }

    /** What a cell names; each word must be known. */
    private static Words words(NamedCsvRecord row, String column, Keyed<Service> services) {
        Set<Service> named = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean any = false;
        boolean drawn = false;
        String cell = row.getField(column);
        for (String word : cell.isEmpty() ? new String[0] : cell.split("\\+")) {
            if (word.equals(ANY)) {
                any = true;
            } else if (word.equals(DRAWN)) {
                drawn = true;
            } else {
                named.addAll(named(word, services));
            }
        }
        return new Words(any, drawn, named);
    }

    private static List<Service> named(String word, Keyed<Service> services) {
        List<Service> named =
                services.all().stream()
                        .filter(
                                each ->
                                        each.key().equals(word)
                                                || each.kind().toString().equals(word))
                        .toList();
        if (named.isEmpty()) {
            throw new IllegalStateException("companion-lines.csv: no service or kind " + word);
        }
        return named;
    }

    static CompanionLines standard() {
        return Holder.STANDARD;
    }

    /**
     * Adds the lines; what they call for in turn is not added.
     *
     * @param given the services of the visit
     * @param age of the member at the visit, in years
     * @param drawn whether tests of the laboratory were ordered at the visit
     */
    void add(ClaimDraft claim, Setting setting, List<Service> given, int age, boolean drawn) {
        if (claim.lines.isEmpty()) {
            return;
        }
        List<Rule> ofClaim = rules.get(claim.type.ordinal()).get(setting.ordinal());
        List<ClaimLine> added = new ArrayList<>(4);
        for (int i = 0; i < ofClaim.size(); i++) {
            Rule rule = ofClaim.get(i);
            if (Uniforms.of(claim.key, FIRST_UNIFORM + 2 * i) < rule.share()
                    && rule.applies(claim, given, age, drawn)
                    && !claim.bills(rule.service())) {
                double uniform = Uniforms.of(claim.key, FIRST_UNIFORM + 2 * i + 1);
                int units = rule.low() + (int) (uniform * (rule.high() - rule.low() + 1));
                added.add(new ClaimLine(rule.service(), units, claim.from));
            }
        }
        claim.lines.addAll(added);
        claim.hasCompanions = !added.isEmpty();
    }
}
