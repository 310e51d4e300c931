package io.github.clinicaldata.support;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * The profiles of US Core that the tests have as data, for HAPI's validator; {@code
 * src/test/resources/fhir/us-core/README.md} says where they come from and what is not checked.
 */
public final class UsCoreDefinitions {
    private static final String FOLDER = "/fhir/us-core/";

    /** The files of profiles and of the extensions that they name. */
    private static final List<String> PROFILES =
            List.of(
                    "us-core-patient",
                    "us-core-race",
                    "us-core-ethnicity",
                    "us-core-birthsex",
                    "us-core-genderIdentity",
                    "us-core-medicationrequest",
                    "us-core-blood-pressure",
                    "us-core-smokingstatus");

    private UsCoreDefinitions() {}

    static PrePopulatedValidationSupport support(FhirContext context) {
        PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(context);
        IParser parser = context.newJsonParser();
        for (String name : PROFILES) {
            support.addStructureDefinition(parsed(parser, StructureDefinition.class, name));
        }
        for (Bundle.BundleEntryComponent entry :
                parsed(parser, Bundle.class, "value-sets").getEntry()) {
            support.addResource(entry.getResource());
        }
        return support;
    }

    private static <T extends Resource> T parsed(IParser parser, Class<T> type, String name) {
        try (InputStream text =
                Objects.requireNonNull(
                        UsCoreDefinitions.class.getResourceAsStream(FOLDER + name + ".json"),
                        name)) {
            return parser.parseResource(type, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
