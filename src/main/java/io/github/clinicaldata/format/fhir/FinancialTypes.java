package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes the data types that claims and coverages share. */
final class FinancialTypes {
    private static final int CENTS = 2;
    private static final Fragment DOLLARS = Fragments.text(ClaimElements.CURRENCY, "USD");

    private FinancialTypes() {}

    /**
     * Writes an amount in US dollars.
     *
     * @param cents can be negative
     */
    static void money(ResourceWriter writer, Element element, long cents) {
        writer.beginObject(element);
        writer.decimal(Elements.VALUE, cents, CENTS);
        writer.fixed(DOLLARS);
        writer.endObject();
    }

    /** Writes a period of days, whose end can be unknown. */
    static void period(
            ResourceWriter writer, Element element, LocalDate start, @Nullable LocalDate end) {
        writer.beginObject(element);
        writer.date(ClaimElements.START, start);
        if (end != null) {
            writer.date(ClaimElements.END, end);
        }
        writer.endObject();
    }

    /** Writes a period of days since 1970-01-01. */
    static void period(ResourceWriter writer, Element element, int start, int end) {
        period(writer, element, LocalDate.ofEpochDay(start), LocalDate.ofEpochDay(end));
    }

    /** Writes a reference to a payer. */
    static void payer(ResourceWriter writer, Element element, Payer payer) {
        writer.reference(
                element, ResourceType.ORGANIZATION, PayerOrganizations.id(payer), payer.name());
    }

    /** Writes a reference to a provider. */
    static void provider(ResourceWriter writer, Element element, Provider provider) {
        ResourceType type =
                isPerson(provider) ? ResourceType.PRACTITIONER : ResourceType.ORGANIZATION;
        writer.reference(element, type, provider.id(), provider.name());
    }

    /** Whether a provider is a person. */
    static boolean isPerson(Provider provider) {
        return provider.type().entityType() == EntityType.INDIVIDUAL;
    }
}
