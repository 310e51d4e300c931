package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.person.Identifiers;
import io.github.clinicaldata.record.person.Sex;
import io.github.clinicaldata.record.place.Address;
import io.github.clinicaldata.record.provider.Affiliation;
import io.github.clinicaldata.record.provider.EntityType;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.provider.ProviderReader;
import io.github.clinicaldata.record.provider.ProviderType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Writes the data types that many resources have. */
public final class DataTypes {
    private static final Element LINE = Element.of("line");
    private static final Element CITY = Element.of("city");
    private static final Element DISTRICT = Element.of("district");
    private static final Element STATE = Element.of("state");
    private static final Element POSTAL_CODE = Element.of("postalCode");
    private static final Element FAMILY = Element.of("family");
    private static final Element GIVEN = Element.of("given");
    private static final Element START = Element.of("start");
    private static final Element END = Element.of("end");
    private static final Fragment COUNTRY = Fragments.text(Element.of("country"), "US");
    private static final Fragment PHONE = Fragments.text(Elements.SYSTEM, "phone");
    private static final Fragment EMAIL = Fragments.text(Elements.SYSTEM, "email");
    private static final Fragment FEMALE = Fragments.text(Elements.GENDER, "female");
    private static final Fragment MALE = Fragments.text(Elements.GENDER, "male");

    private DataTypes() {}

    /**
     * Writes what is known of the resource itself.
     *
     * @param changed the day on which it became what it is
     * @param fixed made by {@link Fragments#meta}
     */
    public static void meta(ResourceWriter writer, LocalDate changed, Fragment fixed) {
        writer.beginObject(Elements.META);
        writer.startOfDay(Elements.LAST_UPDATED, changed);
        writer.fixed(fixed);
        writer.endObject();
    }

    /** Writes an identifier of digits as an item. */
    public static void identifier(
            ResourceWriter writer, Fragment kind, DigitPattern pattern, long value) {
        writer.beginObject();
        writer.fixed(kind);
        writer.digits(Elements.VALUE, pattern, value);
        writer.endObject();
    }

    /** Writes an identifier as an item. */
    public static void identifier(ResourceWriter writer, Fragment kind, Text value) {
        writer.beginObject();
        writer.fixed(kind);
        writer.text(Elements.VALUE, value);
        writer.endObject();
    }

    /** Writes the name of a person as the only item. */
    public static void name(
            ResourceWriter writer, Fragment use, Text last, Text first, @Nullable Text middle) {
        writer.beginArray(Elements.NAME);
        writer.beginObject();
        writer.fixed(use);
        writer.text(FAMILY, last);
        writer.beginArray(GIVEN);
        writer.text(first);
        if (middle != null) {
            writer.text(middle);
        }
        writer.endArray();
        writer.endObject();
        writer.endArray();
    }

    /** Writes a telephone, and an e-mail address if there is one. */
    public static void telecom(
            ResourceWriter writer, Fragment use, long telephone, @Nullable Text email) {
        writer.beginArray(Elements.TELECOM);
        writer.beginObject();
        writer.fixed(PHONE);
        writer.digits(Elements.VALUE, Identifiers.TELEPHONE, telephone);
        writer.fixed(use);
        writer.endObject();
        if (email != null) {
            writer.beginObject();
            writer.fixed(EMAIL);
            writer.text(Elements.VALUE, email);
            writer.fixed(use);
            writer.endObject();
        }
        writer.endArray();
    }

    /** Writes the sex. */
    public static void gender(ResourceWriter writer, Sex sex) {
        writer.fixed(sex == Sex.FEMALE ? FEMALE : MALE);
    }

    /** Writes a list of one address. */
    public static void addresses(ResourceWriter writer, Fragment use, Address address) {
        writer.beginArray(Elements.ADDRESS);
        writer.beginObject();
        address(writer, use, address);
        writer.endObject();
        writer.endArray();
    }

    /** Writes the elements of an address. */
    public static void address(ResourceWriter writer, Fragment use, Address address) {
        writer.fixed(use);
        writer.beginArray(LINE);
        writer.text(address.line1());
        if (address.line2() != null) {
            writer.text(address.line2());
        }
        writer.endArray();
        writer.text(CITY, address.place().city());
        writer.text(DISTRICT, address.place().county());
        writer.text(STATE, address.place().state().code());
        writer.text(POSTAL_CODE, address.place().zip());
        writer.fixed(COUNTRY);
    }

    /** Writes a provider's taxonomy code as an item; its text is the CMS specialty. */
    public static void taxonomy(ResourceWriter writer, ProviderType type) {
        writer.beginObject();
        CodingSystem.TAXONOMY.codings(writer, type.taxonomy(), null);
        writer.text(Elements.TEXT, type.specialty());
        writer.endObject();
    }

    /** The type of the resource that a provider is. */
    public static ResourceType typeOf(RecordId provider) {
        return ProviderReader.isOrganization(provider.index())
                ? ResourceType.ORGANIZATION
                : ResourceType.PRACTITIONER;
    }

    /** The type of the resource that a provider is. */
    public static ResourceType typeOf(Provider provider) {
        return provider.type().entityType() == EntityType.ORGANIZATION
                ? ResourceType.ORGANIZATION
                : ResourceType.PRACTITIONER;
    }

    /** Writes a reference to a provider. */
    public static void provider(ResourceWriter writer, Element element, Provider provider) {
        writer.reference(element, typeOf(provider), provider.id(), provider.name());
    }

    /** Writes a reference to a provider as the only item. */
    public static void providers(ResourceWriter writer, Element element, Provider provider) {
        writer.beginArray(element);
        writer.reference(typeOf(provider), provider.id(), provider.name());
        writer.endArray();
    }

    /** Writes a reference to a provider where it is a person and known. */
    public static void practitioner(
            ResourceWriter writer, Element element, @Nullable Affiliation provider) {
        if (provider != null && typeOf(provider.id()) == ResourceType.PRACTITIONER) {
            writer.reference(element, ResourceType.PRACTITIONER, provider.id(), provider.name());
        }
    }

    /** Writes a period that may have no end. */
    public static void period(
            ResourceWriter writer,
            Element element,
            OffsetDateTime start,
            @Nullable OffsetDateTime end) {
        writer.beginObject(element);
        writer.dateTime(START, start);
        if (end != null) {
            writer.dateTime(END, end);
        }
        writer.endObject();
    }

    /** Writes a reference to a provider as an item. */
    public static void provider(ResourceWriter writer, Affiliation provider) {
        writer.reference(typeOf(provider.id()), provider.id(), provider.name());
    }
}
