package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.claim.PlanDesign;
import io.github.clinicaldata.record.eligibility.Accumulated;
import io.github.clinicaldata.record.eligibility.Benefit;
import io.github.clinicaldata.record.eligibility.EligibilityCheck;
import io.github.clinicaldata.record.eligibility.FoundCoverage;
import java.util.List;

/**
 * Writes what a member pays: of the whole plan the deductible and the maximum of a plan year, and
 * of each kind of service a copay or a coinsurance.
 */
final class EligibilityBenefits {
    private static final Element ALLOWED_MONEY = Element.of("allowedMoney");
    private static final Element ALLOWED_PERCENT = Element.of("allowedUnsignedInt");
    private static final Element USED_MONEY = Element.of("usedMoney");
    private static final int PER_PERCENT = 100;
    private static final Text WHOLE_PLAN = Text.of("30");
    private static final Fragment DEDUCTIBLE = type("deductible", "Deductible");
    private static final Fragment COPAY = type("copay", "Copayment per service");
    private static final Fragment COINSURANCE =
            type("copay-percent", "Copayment Percent per service");

    /** HL7 has no code for it. */
    private static final Fragment MAXIMUM =
            Fragment.of(
                    writer ->
                            CodingSystem.text(
                                    writer, Elements.TYPE, Text.of("out-of-pocket maximum")));

    private static final Fragment IN_NETWORK = network("in", "In Network");
    private static final Fragment OUT_OF_NETWORK = network("out", "Out of Network");
    private static final Fragment ANNUAL =
            Fragments.concept(Element.of("term"), ClaimSystems.BENEFIT_TERM, "annual", "Annual");

    private EligibilityBenefits() {}

    private static Fragment type(String code, String display) {
        return Fragments.concept(Elements.TYPE, ClaimSystems.BENEFIT_TYPE, code, display);
    }

    private static Fragment network(String code, String display) {
        return Fragments.concept(
                ClaimElements.NETWORK, ClaimSystems.BENEFIT_NETWORK, code, display);
    }

    /** Writes the items, if the answer has any. */
    static void write(ResourceWriter writer, EligibilityCheck check, FoundCoverage found) {
        Accumulated accumulated = check.accumulated();
        List<Benefit> benefits = check.benefits();
        if (accumulated == null && benefits.isEmpty()) {
            return;
        }
        Fragment network = found.inNetwork() ? IN_NETWORK : OUT_OF_NETWORK;
        writer.beginArray(ClaimElements.ITEM);
        if (accumulated != null) {
            accumulated(writer, accumulated);
        }
        for (int i = 0; i < benefits.size(); i++) {
            item(writer, benefits.get(i), network);
        }
        writer.endArray();
    }

    private static void accumulated(ResourceWriter writer, Accumulated accumulated) {
        writer.beginObject();
        ClaimSystems.SERVICE_TYPE.concept(writer, ClaimElements.CATEGORY, WHOLE_PLAN, null);
        writer.fixed(ANNUAL);
        writer.beginArray(ClaimElements.BENEFIT);
        limit(writer, DEDUCTIBLE, accumulated.deductible(), accumulated.deductibleMet());
        if (accumulated.outOfPocketMax() != PlanDesign.NONE) {
            limit(writer, MAXIMUM, accumulated.outOfPocketMax(), accumulated.outOfPocketMet());
        }
        writer.endArray();
        writer.endObject();
    }

    private static void limit(ResourceWriter writer, Fragment type, long most, long used) {
        writer.beginObject();
        writer.fixed(type);
        FinancialTypes.money(writer, ALLOWED_MONEY, most);
        FinancialTypes.money(writer, USED_MONEY, used);
        writer.endObject();
    }

    private static void item(ResourceWriter writer, Benefit benefit, Fragment network) {
        writer.beginObject();
        ClaimSystems.SERVICE_TYPE.concept(
                writer, ClaimElements.CATEGORY, benefit.type().code(), null);
        writer.bool(ClaimElements.EXCLUDED, !benefit.covered());
        writer.text(Elements.NAME, benefit.type().key());
        writer.fixed(network);
        if (benefit.copay() != PlanDesign.NONE) {
            writer.beginArray(ClaimElements.BENEFIT);
            writer.beginObject();
            writer.fixed(COPAY);
            FinancialTypes.money(writer, ALLOWED_MONEY, benefit.copay());
            writer.endObject();
            writer.endArray();
        } else if (benefit.coinsurance() != PlanDesign.NONE) {
            writer.beginArray(ClaimElements.BENEFIT);
            writer.beginObject();
            writer.fixed(COINSURANCE);
            writer.integer(ALLOWED_PERCENT, benefit.coinsurance() / PER_PERCENT);
            writer.endObject();
            writer.endArray();
        }
        writer.endObject();
    }
}
