package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What practitioners do at the organizations where they work, as {@code PractitionerRole}. */
@Singleton
public final class PractitionerRoleMapping implements ResourceMapping<Provider> {
    private static final Element PRACTITIONER = Element.of("practitioner");
    private static final Element ORGANIZATION = Element.of("organization");
    private static final Element SPECIALTY = Element.of("specialty");
    private static final Element LOCATION = Element.of("location");
    private static final Fragment META = Fragments.meta(Profiles.PRACTITIONER_ROLE);
    private static final Fragment WORK = Fragments.text(Elements.USE, "work");

    @Override
    public String kind() {
        return "providers";
    }

    @Override
    public ResourceType type() {
        return ResourceType.PRACTITIONER_ROLE;
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
        return PractitionerMapping.isPractitioner(provider);
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("entity_type", Filters.codes(EntityType.INDIVIDUAL));
    }

    @Override
    public void write(Provider provider, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.PRACTITIONER_ROLE, provider.id());
        DataTypes.meta(writer, population.epoch(), META);
        writer.bool(Elements.ACTIVE, true);
        writer.reference(PRACTITIONER, ResourceType.PRACTITIONER, provider.id(), provider.name());
        Affiliation organization = provider.organization();
        if (organization != null) {
            writer.reference(
                    ORGANIZATION,
                    ResourceType.ORGANIZATION,
                    organization.id(),
                    organization.name());
        }
        writer.beginArray(SPECIALTY);
        DataTypes.taxonomy(writer, provider.type());
        writer.endArray();
        if (organization != null) {
            writer.beginArray(LOCATION);
            writer.reference(ResourceType.LOCATION, organization.id(), organization.name());
            writer.endArray();
        }
        DataTypes.telecom(writer, WORK, provider.telephone(), null);
        writer.end();
    }
}
