package io.github.clinicaldata.operations.nativeimage;

import ca.uhn.hl7v2.model.v251.datatype.ST;
import ca.uhn.hl7v2.model.v251.group.VXU_V04_PATIENT;
import ca.uhn.hl7v2.model.v251.message.VXU_V04;
import ca.uhn.hl7v2.model.v251.segment.MSH;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.util.List;
import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeReflection;
import org.hl7.fhir.r4.model.Patient;

/**
 * Registers what libraries without an extension of Quarkus find by reflection: the resources and
 * types of FHIR R4, whose elements HAPI reads from the fields of their classes, the messages,
 * segments and types of HL7 v2.5.1, which HAPI finds by their names, and the database drivers. They
 * are some thousand classes and change with each release, so they are listed when the binary is
 * built and not in a file.
 */
public final class LibrariesFeature implements Feature {
    /** One class of each package whose classes are found by reflection. */
    static final List<Class<?>> PACKAGES =
            List.of(Patient.class, VXU_V04.class, VXU_V04_PATIENT.class, MSH.class, ST.class);

    /** Classes that are found by their name alone. */
    static final List<String> CLASSES = List.of("org.h2.Driver", "org.postgresql.Driver");

    /** For GraalVM, which finds it by {@code native-image.properties}. */
    public LibrariesFeature() {}

    @Override
    public String getDescription() {
        return "The model classes of HAPI and the database drivers";
    }

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        try {
            for (Class<?> one : PACKAGES) {
                PackageClasses.of(one).forEach(name -> register(access, name));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("A jar of HAPI can't be read", e);
        }
        CLASSES.forEach(name -> register(access, name));
    }

    private static void register(BeforeAnalysisAccess access, String name) {
        Class<?> found = access.findClassByName(name);
        if (found == null) {
            throw new IllegalStateException("The class path lacks " + name);
        }
        RuntimeReflection.register(found);
        for (Constructor<?> constructor : found.getDeclaredConstructors()) {
            RuntimeReflection.register(constructor);
        }
        for (Field field : found.getDeclaredFields()) {
            RuntimeReflection.register(field);
        }
    }
}
