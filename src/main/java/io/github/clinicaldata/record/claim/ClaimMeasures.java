package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Field.DecimalField;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.profile.Amounts;
import io.github.clinicaldata.record.profile.Measure;
import io.github.clinicaldata.record.profile.PerMemberYear;
import io.github.clinicaldata.record.profile.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a profile tells of claims. */
final class ClaimMeasures {
    private static final double CENTS = 100;
    private static final String DOLLARS = "US dollars";

    private ClaimMeasures() {}

    static List<Measure<Claim>> all() {
        List<Measure<Claim>> measures = new ArrayList<>();
        measures.add(perYear("allowed_per_member_year", "Allowed amounts of decided claims", true));
        measures.add(perYear("paid_per_member_year", "What payers paid of decided claims", false));
        measures.add(denials());
        for (ClaimType type : ClaimType.values()) {
            measures.add(charges(type));
        }
        return List.copyOf(measures);
    }

    private static Measure<Claim> perYear(String name, String what, boolean allowed) {
        ToLongFunction<Decision> amount = allowed ? Decision::allowed : Decision::paid;
        return new Measure<>(
                name,
                what + ", for each member and year; wants claims that no filter selects",
                DOLLARS,
                null,
                population ->
                        new PerMemberYear<>(
                                claim ->
                                        isDecided(claim, population)
                                                ? amount.applyAsLong(claim.settlement())
                                                : 0,
                                CENTS));
    }

    /** The shares of a source hold unless the population's own share is chosen. */
    private static Measure<Claim> denials() {
        return new Measure<>(
                "denied",
                "Share of first claims of each coverage and type that are denied, as a whole or a"
                        + " line of them",
                null,
                "weights/denial-shares.csv: KFF 2023, Premier 2022 and others named there",
                population ->
                        Shares.within(
                                claim -> label(claim, population),
                                claim -> claim.settlement().denial() != null,
                                expectedDenials(population)));
    }

    private static SortedMap<String, Double> expectedDenials(Population population) {
        return ClaimKnobs.of(population.knobs()).denialShare() < 0
                ? DenialReasons.standard().shares()
                : new TreeMap<>();
    }

    private static boolean isDecided(Claim claim, Population population) {
        return claim.decidedDay() <= population.asOf().toEpochDay();
    }

    /** The label of a first claim that is decided, or null. */
    private static @Nullable String label(Claim claim, Population population) {
        return claim.frequency() == ClaimFrequency.ORIGINAL
                        && claim.prior() == null
                        && isDecided(claim, population)
                ? DenialReasons.label(claim.coverage(), claim.type())
                : null;
    }

    private static Measure<Claim> charges(ClaimType type) {
        return new Measure<>(
                "charge_" + type.code(),
                "Charges of " + type.code() + " claims that are first ones",
                DOLLARS,
                null,
                population ->
                        new Amounts<>(
                                claim ->
                                        claim.type() == type
                                                        && claim.frequency()
                                                                == ClaimFrequency.ORIGINAL
                                                ? claim.charge()
                                                : DecimalField.ABSENT,
                                CENTS));
    }
}
