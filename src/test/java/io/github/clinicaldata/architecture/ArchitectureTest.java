package io.github.clinicaldata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * fhirapi -> transport -> (job, feed ->) stream -> plan -> format -> record; imports point right
 * only.
 */
class ArchitectureTest {
    private static final String ROOT = "io.github.clinicaldata";
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/proto/v1/"))
                    .importPackages(ROOT);

    private static void check(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @Test
    void importsPointRight() {
        check(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("fhirapi")
                        .definedBy(ROOT + ".fhirapi..")
                        .layer("transport")
                        .definedBy(ROOT + ".transport..")
                        .layer("job")
                        .definedBy(ROOT + ".job..")
                        .layer("feed")
                        .definedBy(ROOT + ".feed..")
                        .layer("work")
                        .definedBy(ROOT + ".work..")
                        .layer("stream")
                        .definedBy(ROOT + ".stream..")
                        .layer("plan")
                        .definedBy(ROOT + ".plan..")
                        .layer("format")
                        .definedBy(ROOT + ".format..")
                        .layer("record")
                        .definedBy(ROOT + ".record..")
                        .whereLayer("fhirapi")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("transport")
                        .mayOnlyBeAccessedByLayers("fhirapi")
                        .whereLayer("job")
                        .mayOnlyBeAccessedByLayers("transport")
                        .whereLayer("feed")
                        .mayOnlyBeAccessedByLayers("transport")
                        .whereLayer("work")
                        .mayOnlyBeAccessedByLayers("transport", "job", "feed")
                        .whereLayer("stream")
                        .mayOnlyBeAccessedByLayers("fhirapi", "transport", "job", "feed")
                        .whereLayer("plan")
                        .mayOnlyBeAccessedByLayers("fhirapi", "transport", "job", "feed", "stream")
                        .whereLayer("format")
                        .mayOnlyBeAccessedByLayers(
                                "fhirapi", "transport", "job", "feed", "stream", "plan"));
    }

    @Test
    void records_knowNoFramework() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".record..")
                        .should()
                        .dependOnClassesThat(
                                not(
                                        resideInAnyPackage(
                                                "java..",
                                                "jakarta.inject..",
                                                "org.jspecify..",
                                                "de.siegmar.fastcsv..",
                                                "org.yaml.snakeyaml..",
                                                ROOT + ".record.."))));
    }

    @Test
    void formats_knowNoTransportFramework() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".format..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "io.quarkus..",
                                "io.vertx..",
                                "io.smallrye..",
                                "io.grpc..",
                                "jakarta.ws..")
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + ".config.."));
    }

    @Test
    void recordsAndFormats_readNoClock_andDrawFromNoSourceButTheKeyed() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOT + ".record..", ROOT + ".format..")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.util\\.(Random|SplittableRandom)"
                                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom"
                                        + "|java\\.util\\.random\\..*"
                                        + "|java\\.security\\..*|java\\.time\\.Clock"));
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOT + ".record..", ROOT + ".format..")
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callMethod(java.util.UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "identityHashCode", Object.class));
    }

    @Test
    void formats_drawNothing() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".format..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + ".record.random.."));
    }

    @Test
    void formats_knowNoKind_butInOneMappingFile() {
        // the transaction sets of X12, the messages of HL7 and the resources of FHIR are such
        // mappings
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".format..")
                        .and()
                        .resideOutsideOfPackages(
                                ROOT + ".format.x12", ROOT + ".format.hl7v2", ROOT + ".format.fhir")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                ROOT + ".record.allergy..",
                                ROOT + ".record.enrollment..",
                                ROOT + ".record.member..",
                                ROOT + ".record.provider..",
                                ROOT + ".record.coverage.."));
    }

    @Test
    void generation_usesNoUnorderedHashing() {
        // the order of a HashMap's or HashSet's elements is nobody's promise
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".record..")
                        .and()
                        .doNotHaveSimpleName("RecordSchema")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.Hash(Map|Set)"));
    }

    @Test
    void packages_haveNoCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
        for (String layer :
                new String[] {"fhirapi", "transport", "job", "feed", "stream", "plan", "format"}) {
            check(
                    slices().matching(ROOT + "." + layer + ".(**)")
                            .should()
                            .beFreeOfCycles()
                            .allowEmptyShould(true));
        }
    }

    @Test
    void transports_dontKnowEachOther_butForHttpUnderServerSentEvents() {
        check(
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".transport.http..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT + ".transport.grpc..", ROOT + ".transport.cli.."));
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(ROOT + ".transport.grpc..", ROOT + ".transport.cli..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(ROOT + ".transport.http..", ROOT + ".transport.sse.."));
    }

    @Test
    void config_holdsMappingsOnly() {
        check(
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".config..")
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should()
                        .beInterfaces());
    }

    /** The other packages run in a JVM of their own, several tests at a time: see pom.xml. */
    @Test
    void testsWithAServer_areInThePackagesThatRunOneByOne() {
        JavaClasses tests =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages(ROOT);
        classes()
                .that()
                .areAnnotatedWith(QuarkusTest.class)
                .should()
                .resideInAnyPackage(
                        ROOT + ".deployment..",
                        ROOT + ".docs..",
                        ROOT + ".faults..",
                        ROOT + ".fhirapi..",
                        ROOT + ".operations..",
                        ROOT + ".plan..",
                        ROOT + ".transport..")
                .check(tests);
    }
}
