package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Where organizations are, as {@code Location}, by US Core. */
@Singleton
public final class LocationMapping implements ResourceMapping<Provider> {
    private static final Element MANAGING_ORGANIZATION = Element.of("managingOrganization");
    private static final Fragment META = Fragments.meta(Profiles.LOCATION);
    private static final Fragment ACTIVE = Fragments.text(Elements.STATUS, "active");
    private static final Fragment INSTANCE = Fragments.text(Element.of("mode"), "instance");
    private static final Fragment WORK = Fragments.text(Elements.USE, "work");

    @Override
    public String kind() {
        return "providers";
    }

    @Override
    public ResourceType type() {
        return ResourceType.LOCATION;
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
        writer.begin(ResourceType.LOCATION, provider.id());
        DataTypes.meta(writer, population.epoch(), META);
        writer.fixed(ACTIVE);
        writer.text(Elements.NAME, provider.name());
        writer.fixed(INSTANCE);
        writer.beginArray(Elements.TYPE);
        DataTypes.taxonomy(writer, provider.type());
        writer.endArray();
        DataTypes.telecom(writer, WORK, provider.telephone(), null);
        writer.beginObject(Elements.ADDRESS);
        DataTypes.address(writer, WORK, provider.address());
        writer.endObject();
        writer.reference(
                MANAGING_ORGANIZATION, ResourceType.ORGANIZATION, provider.id(), provider.name());
        writer.end();
    }
}
