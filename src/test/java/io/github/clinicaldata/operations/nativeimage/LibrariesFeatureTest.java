package io.github.clinicaldata.operations.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;

/** What the native binary is told of libraries, as far as that shows without building one. */
class LibrariesFeatureTest {
    private static final Path PROPERTIES =
            Path.of(
                    "src-native/resources/META-INF/native-image/io.github.clinicaldata",
                    "clinical-data-generator/native-image.properties");

    @Test
    void modelsOfHapi_areListedWhole() throws Exception {
        List<String> listed = new ArrayList<>();
        for (Class<?> one : LibrariesFeature.PACKAGES) {
            listed.addAll(PackageClasses.of(one));
        }

        assertThat(listed)
                .contains(
                        ExplanationOfBenefit.class.getName(),
                        ExplanationOfBenefit.ItemComponent.class.getName(),
                        OperationOutcome.class.getName(),
                        "ca.uhn.hl7v2.model.v251.message.ORU_R01",
                        "ca.uhn.hl7v2.model.v251.group.ORU_R01_PATIENT_RESULT",
                        "ca.uhn.hl7v2.model.v251.segment.PID",
                        "ca.uhn.hl7v2.model.v251.datatype.XPN")
                .doesNotHaveDuplicates();
        for (String name : listed) {
            assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
        }
    }

    @Test
    void classesFoundByName_areThere() throws Exception {
        for (String name : LibrariesFeature.CLASSES) {
            assertThat(Class.forName(name, false, getClass().getClassLoader())).isNotNull();
        }
    }

    @Test
    void feature_isNamedInTheProperties() throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(PROPERTIES)));

        assertThat(properties.getProperty("Args"))
                .isEqualTo("--features=" + LibrariesFeature.class.getName());
    }
}
