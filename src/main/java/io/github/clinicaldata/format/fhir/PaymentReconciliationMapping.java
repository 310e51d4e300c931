package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.remittance.ProviderAdjustment;
import io.github.clinicaldata.record.remittance.Remittance;
import io.github.clinicaldata.record.remittance.SettledClaim;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Remittances as {@code PaymentReconciliation}; the details make up the payment. */
@Singleton
public final class PaymentReconciliationMapping implements ResourceMapping<Remittance> {
    private static final Element PAYMENT_ISSUER = Element.of("paymentIssuer");
    private static final Element PAYMENT_DATE = Element.of("paymentDate");
    private static final Element PAYMENT_AMOUNT = Element.of("paymentAmount");
    private static final Element PAYMENT_IDENTIFIER = Element.of("paymentIdentifier");
    private static final Element DETAIL = Element.of("detail");
    private static final Fragment LABEL = Fragments.label();
    private static final Fragment NUMBER = Fragments.identifier(ClaimSystems.PAYMENT_NUMBER);
    private static final Fragment ACTIVE = Fragments.text(Elements.STATUS, "active");
    private static final Fragment COMPLETE = Fragments.text(ClaimElements.OUTCOME, "complete");
    private static final Fragment PAYMENT = type("payment", "Payment");
    private static final Fragment ADJUSTMENT = type("adjustment", "Adjustment");

    private static Fragment type(String code, String display) {
        return Fragments.concept(Elements.TYPE, ClaimSystems.PAYMENT_TYPE, code, display);
    }

    @Override
    public String kind() {
        return "remittances";
    }

    @Override
    public ResourceType type() {
        return ResourceType.PAYMENT_RECONCILIATION;
    }

    @Override
    public void write(Remittance remittance, Population population, ResourceWriter writer) {
        LocalDate day = LocalDate.ofEpochDay(remittance.day());
        writer.begin(ResourceType.PAYMENT_RECONCILIATION, remittance.id());
        DataTypes.meta(writer, day, LABEL);
        writer.fixed(ACTIVE);
        writer.date(ClaimElements.CREATED, day);
        FinancialTypes.payer(writer, PAYMENT_ISSUER, remittance.payer());
        writer.fixed(COMPLETE);
        writer.date(PAYMENT_DATE, day);
        FinancialTypes.money(writer, PAYMENT_AMOUNT, remittance.total());
        writer.beginObject(PAYMENT_IDENTIFIER);
        writer.fixed(NUMBER);
        writer.digits(Elements.VALUE, Remittance.NUMBER, remittance.number());
        writer.endObject();
        details(writer, remittance, day);
        writer.end();
    }

    private static void details(ResourceWriter writer, Remittance remittance, LocalDate day) {
        List<SettledClaim> claims = remittance.claims();
        writer.beginArray(DETAIL);
        for (int i = 0; i < claims.size(); i++) {
            SettledClaim settled = claims.get(i);
            writer.beginObject();
            writer.fixed(PAYMENT);
            writer.reference(ClaimElements.REQUEST, ResourceType.CLAIM, settled.claim().id());
            writer.date(ClaimElements.DATE, day);
            FinancialTypes.provider(writer, ClaimElements.PAYEE, remittance.payee());
            FinancialTypes.money(writer, ClaimElements.AMOUNT, settled.paid());
            writer.endObject();
        }
        for (ProviderAdjustment adjustment : remittance.adjustments()) {
            writer.beginObject();
            writer.fixed(ADJUSTMENT);
            writer.date(ClaimElements.DATE, day);
            FinancialTypes.provider(writer, ClaimElements.PAYEE, remittance.payee());
            FinancialTypes.money(writer, ClaimElements.AMOUNT, adjustment.amount());
            writer.endObject();
        }
        writer.endArray();
    }
}
