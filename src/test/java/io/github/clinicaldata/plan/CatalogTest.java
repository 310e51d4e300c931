package io.github.clinicaldata.plan;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The container finds every kind and format by itself, and each kind can be written in each. */
@QuarkusTest
class CatalogTest {
    private static final List<String> MATRIX =
            List.of(
                    "allergies: csv fhir fhir-bundle json ndjson protobuf",
                    "claims: csv fhir fhir-bundle json ndjson protobuf x12",
                    "conditions: csv fhir fhir-bundle json ndjson protobuf",
                    "diagnostic-reports: csv fhir fhir-bundle hl7v2 json ndjson protobuf",
                    "eligibility-checks: csv fhir fhir-bundle json ndjson protobuf x12",
                    "encounters: csv fhir fhir-bundle hl7v2 json ndjson protobuf",
                    "enrollments: csv json ndjson protobuf x12",
                    "medications: csv fhir fhir-bundle json ndjson protobuf",
                    "members: csv fhir fhir-bundle hl7v2 json ndjson protobuf",
                    "observations: csv fhir fhir-bundle json ndjson protobuf",
                    "procedures: csv fhir fhir-bundle json ndjson protobuf",
                    "providers: csv fhir fhir-bundle json ndjson protobuf",
                    "remittances: csv fhir fhir-bundle json ndjson protobuf x12",
                    "vaccines: csv fhir fhir-bundle hl7v2 json ndjson protobuf");

    @Inject Catalog catalog;

    @Test
    void kindsAndFormats_announceThemselves_andMakeThisMatrix() {
        List<String> matrix =
                catalog.kinds().stream()
                        .map(
                                kind ->
                                        kind.name()
                                                + ": "
                                                + String.join(
                                                        " ",
                                                        catalog.formats(kind).stream()
                                                                .map(RecordFormat::name)
                                                                .toList()))
                        .toList();
        assertThat(matrix).isEqualTo(MATRIX);
    }

    @Test
    void theKindsAndFormatsOfTheTests_areThoseOfTheContainer() {
        assertThat(World.KINDS)
                .extracting(RecordKind::name)
                .containsExactlyElementsOf(catalog.kinds().stream().map(RecordKind::name).toList());
        assertThat(World.FORMATS)
                .extracting(RecordFormat::name)
                .containsExactlyElementsOf(
                        catalog.formats().stream().map(RecordFormat::name).toList());
    }

    @Test
    void aKind_isFoundByNameAndByCode() {
        for (RecordKind<?> kind : catalog.kinds()) {
            assertThat(catalog.kind(kind.name())).containsSame(kind);
            assertThat(catalog.kind(kind.code())).containsSame(kind);
        }
        assertThat(catalog.kind("none")).isEmpty();
        assertThat(catalog.kind(99)).isEmpty();
    }

    @Test
    void mediaTypes_belongToOneFormatEach() {
        assertThat(
                        catalog.formats().stream()
                                .flatMap(
                                        format ->
                                                java.util.stream.Stream.concat(
                                                        java.util.stream.Stream.of(
                                                                format.mediaType()),
                                                        format.otherMediaTypes().stream()))
                                .toList())
                .doesNotHaveDuplicates()
                .allSatisfy(type -> assertThat(catalog.formatOfMediaType(type)).isPresent());
    }

    @Test
    void mediaType_isThatOfItsFormat_whateverItsCase() {
        for (RecordFormat format : catalog.formats()) {
            String type = format.mediaType();
            for (String written : List.of(type.toLowerCase(ROOT), type.toUpperCase(ROOT))) {
                assertThat(catalog.formatOfMediaType(written)).containsSame(format);
            }
            assertThat(catalog.mediaTypes(format.name()))
                    .startsWith(type)
                    .hasSameSizeAs(catalog.formats());
        }
    }

    @Test
    void twoOfOneName_areRefused() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                new Catalog(
                                        List.of(World.MEMBERS, World.MEMBERS),
                                        List.of(),
                                        List.of()));
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                new Catalog(
                                        List.of(),
                                        List.of(World.format("csv"), World.format("csv")),
                                        List.of()));
    }
}
