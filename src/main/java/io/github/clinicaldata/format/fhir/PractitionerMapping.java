package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Providers who are persons as {@code Practitioner}, by US Core and CARIN Blue Button. */
@Singleton
public final class PractitionerMapping implements ResourceMapping<Provider> {
    private static final Element FAMILY = Element.of("family");
    private static final Element GIVEN = Element.of("given");
    private static final Element SUFFIX = Element.of("suffix");
    private static final Fragment META =
            Fragments.meta(Profiles.PRACTITIONER, Profiles.C4BB_PRACTITIONER);
    private static final Fragment NPI =
            Fragments.identifier("NPI", "National provider identifier", Systems.NPI);
    private static final Fragment OFFICIAL = Fragments.text(Elements.USE, "official");
    private static final Fragment WORK = Fragments.text(Elements.USE, "work");

    static boolean isPractitioner(Provider provider) {
        return provider.type().entityType() == EntityType.INDIVIDUAL;
    }

    @Override
    public String kind() {
        return "providers";
    }

    @Override
    public ResourceType type() {
        return ResourceType.PRACTITIONER;
    }

    @Override
    public boolean writesAll() {
        return false;
    }

    @Override
    public boolean writes(Provider provider) {
        return isPractitioner(provider);
    }

    @Override
    public Map<String, List<String>> needs() {
        return Map.of("entity_type", Filters.codes(EntityType.INDIVIDUAL));
    }

    @Override
    public void write(Provider provider, Population population, ResourceWriter writer) {
        writer.begin(ResourceType.PRACTITIONER, provider.id());
        DataTypes.meta(writer, population.epoch(), META);
        writer.beginArray(Elements.IDENTIFIER);
        DataTypes.identifier(writer, NPI, Identifiers.NPI, provider.npi());
        writer.endArray();
        name(provider, writer);
        DataTypes.telecom(writer, WORK, provider.telephone(), null);
        DataTypes.addresses(writer, WORK, provider.address());
        Sex sex = provider.sex();
        if (sex != null) {
            DataTypes.gender(writer, sex);
        }
        writer.end();
    }

    private static void name(Provider provider, ResourceWriter writer) {
        writer.beginArray(Elements.NAME);
        writer.beginObject();
        writer.fixed(OFFICIAL);
        writer.text(Elements.TEXT, provider.name());
        Text last = provider.lastName();
        if (last != null) {
            writer.text(FAMILY, last);
        }
        list(GIVEN, provider.firstName(), writer);
        list(SUFFIX, provider.type().credential(), writer);
        writer.endObject();
        writer.endArray();
    }

    private static void list(Element element, @Nullable Text only, ResourceWriter writer) {
        if (only != null) {
            writer.beginArray(element);
            writer.text(only);
            writer.endArray();
        }
    }
}
