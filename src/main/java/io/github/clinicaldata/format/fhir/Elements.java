package io.github.clinicaldata.format.fhir;

/** The names of elements that many types have. */
public final class Elements {
    /** Whether a record is in use. */
    public static final Element ACTIVE = Element.of("active");

    /** Addresses. */
    public static final Element ADDRESS = Element.of("address");

    /** What something is. */
    public static final Element CODE = Element.of("code");

    /** The codings of a concept. */
    public static final Element CODING = Element.of("coding");

    /** A text for people. */
    public static final Element DISPLAY = Element.of("display");

    /** Extensions. */
    public static final Element EXTENSION = Element.of("extension");

    /** Administrative sex. */
    public static final Element GENDER = Element.of("gender");

    /** Identifiers, or the one of a reference. */
    public static final Element IDENTIFIER = Element.of("identifier");

    /** When a resource changed. */
    public static final Element LAST_UPDATED = Element.of("lastUpdated");

    /** What is known of a resource itself. */
    public static final Element META = Element.of("meta");

    /** Names. */
    public static final Element NAME = Element.of("name");

    /** The patient. */
    public static final Element PATIENT = Element.of("patient");

    /** A span of time. */
    public static final Element PERIOD = Element.of("period");

    /** The profiles that a resource conforms to. */
    public static final Element PROFILE = Element.of("profile");

    /** Labels of security. */
    public static final Element SECURITY = Element.of("security");

    /** The state of something. */
    public static final Element STATUS = Element.of("status");

    /** Whom something is about. */
    public static final Element SUBJECT = Element.of("subject");

    /** The system of a code, an identifier or a contact. */
    public static final Element SYSTEM = Element.of("system");

    /** Telephones and the like. */
    public static final Element TELECOM = Element.of("telecom");

    /** A text for people. */
    public static final Element TEXT = Element.of("text");

    /** A type. */
    public static final Element TYPE = Element.of("type");

    /** The name of an extension. */
    public static final Element URL = Element.of("url");

    /** What something is used for. */
    public static final Element USE = Element.of("use");

    /** A value. */
    public static final Element VALUE = Element.of("value");

    /** A value that is a code. */
    public static final Element VALUE_CODE = Element.of("valueCode");

    /** A value that is a coding. */
    public static final Element VALUE_CODING = Element.of("valueCoding");

    /** A value that is a string. */
    public static final Element VALUE_STRING = Element.of("valueString");

    private Elements() {}
}
