package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Providers that are organizations as {@code Organization}, by US Core and CARIN Blue Button.
 * Payers are of no kind; see {@link PayerOrganizations}.
 */
@Singleton
public final class OrganizationMapping implements ResourceMapping<Provider> {
    static final Fragment META = Fragments.meta(Profiles.ORGANIZATION, Profiles.C4BB_ORGANIZATION);
    private static final Fragment NPI =
            Fragments.identifier("NPI", "National provider identifier", Systems.NPI);
    private static final Fragment TAX_ID =
            Fragments.identifier("TAX", "Tax ID number", Systems.EIN);
    private static final Fragment WORK = Fragments.text(Elements.USE, "work");
    private static final Fragment PROVIDER =
            Fragments.item(Systems.ORGANIZATION_TYPE, "prov", "Healthcare Provider");

    @Override
    public String kind() {
        return "providers";
    }

    @Override
    public ResourceType type() {
        return ResourceType.ORGANIZATION;
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Provider provider) {
        return !PractitionerMapping.isPractitioner(provider);
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("entity_type", Filters.codes(EntityType.ORGANIZATION));
    }

    @Override
    public void write(Provider provider, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.ORGANIZATION, provider.id());
        DataTypes.meta(writer, population.epoch(), META);
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(writer, NPI, Identifiers.NPI, provider.npi());
        DataTypes.identifier(writer, TAX_ID, Identifiers.EIN, provider.taxId());
        writer.endArray();
        writer.bool(Elements.ACTIVE, true);
        writer.beginArray(Elements.TYPE);
        writer.fixed(PROVIDER);
        DataTypes.taxonomy(writer, provider.type());
        writer.endArray();
        writer.text(Elements.NAME, provider.name());
        DataTypes.telecom(writer, WORK, provider.telephone(), null);
        DataTypes.addresses(writer, WORK, provider.address());
        writer.end();
    }
}
