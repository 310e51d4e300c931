package io.github.clinicaldata.record.claim;

import static io.github.clinicaldata.record.code.ReferenceTable.number;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Keyed;
import io.github.clinicaldata.record.code.ReferenceTable;
import io.github.clinicaldata.record.code.Rows;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.CoverageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which claims are denied and why: {@code weights/denial-shares.csv}, {@code weights/denials.csv},
 * {@code codes/adjustment-reasons.csv} and {@code codes/pharmacy-rejects.csv}, and what {@link
 * PharmacyFills} tells.
 */
final class DenialReasons {
    /** What the names of coverages end with where the programme itself pays. */
    private static final String PROGRAMME = "-ffs";

    private static final double[] NONE = {};

    private static final class Holder {
        static final DenialReasons STANDARD = new DenialReasons();
    }

    /** The claims for which a reason makes sense. */
    private enum Fit {
        NONE,
        ANY,
        COSTLY,
        EARLY,
        FIRST,
        BRAND,
        LONG_SUPPLY,
        NEW_COVERAGE,
        EVALUATION,
        EXAMINATION,
        THERAPY,
        SEVERAL_LINES,
        SECOND_COVERAGE,
        MODIFIER,
        SPECIALIST,
        OUT_OF_NETWORK,
        INJURY,
        CHECK_UP,
        MEDICARE;

        static Fit of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A reason and the kinds of claim it is for, a bit each. */
    private record Candidate(DenialReason reason, double weight, Fit fit, int types) {}

    private final PharmacyFills fills = new PharmacyFills();
    private final List<Candidate> medical = new ArrayList<>();
    private final List<Candidate> pharmacy = new ArrayList<>();
    private final Keyed<DenialReason> byKey;
    private final SortedMap<String, double[]> shares = new TreeMap<>();

    /** The shares by type of coverage, where the programme itself pays, and else; empty if none. */
    private final double[][] ofProgrammes = new double[CoverageType.values().length][];

    private final double[][] ofPlans = new double[CoverageType.values().length][];

    private DenialReasons() {
        Keyed<NamedCsvRecord> codes =
                Keyed.of(
                        "adjustment-reasons.csv",
                        ReferenceTable.read("codes/adjustment-reasons.csv").rows(),
                        row -> row.getField("key"));
        List<DenialReason> all = new ArrayList<>();
        for (NamedCsvRecord row : ReferenceTable.read("weights/denials.csv").rows()) {
            NamedCsvRecord code = codes.get(row.getField("key"));
            DenialReason reason =
                    new DenialReason(
                            Rows.text(row, "key"),
                            Rows.text(code, "group"),
                            Rows.text(code, "carc"),
                            Rows.textOrNull(code, "remark"),
                            Rows.flag(row, "correctable"),
                            number(row, "pend_share"));
            all.add(reason);
            medical.add(
                    new Candidate(
                            reason,
                            number(row, "weight"),
                            Fit.of(row.getField("fits")),
                            types(row.getField("applies_to"))));
        }
        byKey = Keyed.of("denials.csv", all, reason -> reason.key().toString());
        for (NamedCsvRecord row : ReferenceTable.read("codes/pharmacy-rejects.csv").rows()) {
            pharmacy.add(
                    new Candidate(
                            new DenialReason(
                                    Rows.text(row, "key"),
                                    Text.of("CO"),
                                    Rows.text(row, "code"),
                                    null,
                                    Rows.flag(row, "correctable"),
                                    0),
                            number(row, "weight"),
                            Fit.of(row.getField("fits")),
                            1 << ClaimType.PHARMACY.ordinal()));
        }
        for (NamedCsvRecord row : ReferenceTable.read("weights/denial-shares.csv").rows()) {
            shares.put(
                    row.getField("coverage"),
                    new double[] {
                        number(row, "professional"),
                        number(row, "institutional"),
                        number(row, "pharmacy"),
                        number(row, "resubmitted"),
                        number(row, "overturned")
                    });
        }
        for (CoverageType type : CoverageType.values()) {
            ofPlans[type.ordinal()] = shares.getOrDefault(type.code().toString(), NONE);
            ofProgrammes[type.ordinal()] = shares.getOrDefault(type.code() + PROGRAMME, NONE);
        }
    }

    private static int types(String joined) {
        int types = 0;
        for (ClaimType type : ClaimType.values()) {
            types |= joined.contains(type.code().toString()) ? 1 << type.ordinal() : 0;
        }
        return types;
    }

    static DenialReasons standard() {
        return Holder.STANDARD;
    }

    /** The reason of a key. */
    DenialReason get(String key) {
        return byKey.get(key);
    }

    private static String key(Coverage coverage) {
        return coverage.type().code() + (coverage.feeForService() ? PROGRAMME : "");
    }

    /** What claims of a coverage and type are called where their shares are told. */
    static String label(Coverage coverage, ClaimType type) {
        return key(coverage) + " " + type.code();
    }

    /** The shares of claims that are denied, by label. */
    SortedMap<String, Double> shares() {
        SortedMap<String, Double> byLabel = new TreeMap<>();
        shares.forEach(
                (key, ofTypes) -> {
                    for (ClaimType type : ClaimType.values()) {
                        byLabel.put(key + " " + type.code(), ofTypes[type.ordinal()]);
                    }
                });
        return byLabel;
    }

    private double[] shares(Coverage coverage) {
        double[] found =
                (coverage.feeForService() ? ofProgrammes : ofPlans)[coverage.type().ordinal()];
        if (found.length == 0) {
            throw new IllegalStateException("denial-shares.csv lacks " + key(coverage));
        }
        return found;
    }

    /** The share of claims like this that are denied, 0 to 1. */
    double share(ClaimDraft claim) {
        double share = shares(claim.coverage)[claim.type.ordinal()];
        return claim.type == ClaimType.PHARMACY ? share * fills.factor(claim) : share;
    }

    /** The share of correctable denials that come back as a replacement. */
    double resubmitted(Coverage coverage) {
        return shares(coverage)[3];
    }

    /** The share of replacements that are paid. */
    double overturned(Coverage coverage) {
        return shares(coverage)[4];
    }

    /** A reason that fits a claim, by a uniform number. */
    DenialReason pick(ClaimDraft claim, double uniform) {
        List<Candidate> candidates = claim.type == ClaimType.PHARMACY ? pharmacy : medical;
        double sum = 0;
        for (Candidate candidate : candidates) {
            sum += fits(candidate, claim) ? candidate.weight() : 0;
        }
        double rest = sum * uniform;
        for (Candidate candidate : candidates) {
            rest -= fits(candidate, claim) ? candidate.weight() : 0;
            if (rest < 0) {
                return candidate.reason();
            }
        }
        throw new IllegalStateException("No reason fits a claim of the type " + claim.type);
    }

    private static boolean fits(Candidate candidate, ClaimDraft claim) {
        if ((candidate.types() & 1 << claim.type.ordinal()) == 0) {
            return false;
        }
        return switch (candidate.fit()) {
            case NONE -> false;
            case ANY -> true;
            case COSTLY -> claim.isCostly();
            case EARLY -> PharmacyFills.isEarly(claim);
            case FIRST -> PharmacyFills.isFirst(claim);
            case BRAND -> PharmacyFills.isFirst(claim) && PharmacyFills.isBrand(claim);
            case LONG_SUPPLY -> PharmacyFills.isFirst(claim) && PharmacyFills.isLong(claim);
            case NEW_COVERAGE -> PharmacyFills.isCoverageNew(claim);
            case EVALUATION -> claim.hasKind("evaluation");
            case EXAMINATION -> claim.hasKind("laboratory") || claim.hasKind("imaging");
            case THERAPY -> claim.hasKind("therapy");
            case SEVERAL_LINES -> claim.lines.size() > 1;
            case SECOND_COVERAGE -> claim.of.secondary() != null && claim.prior == null;
            case MODIFIER -> claim.hasModifier();
            case SPECIALIST -> claim.isSpecialist();
            case OUT_OF_NETWORK -> !claim.inNetwork;
            case INJURY -> claim.isInjury();
            case CHECK_UP -> claim.hasKind("preventive");
            case MEDICARE -> claim.coverage.type() == CoverageType.MEDICARE;
        };
    }
}
