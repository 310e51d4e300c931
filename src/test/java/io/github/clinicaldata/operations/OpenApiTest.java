package io.github.clinicaldata.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    @Inject Catalog catalog;

    private OpenApiDocument document;

    @BeforeEach
    void load() {
        document = OpenApiDocument.ofServer();
    }

    @Test
    void document_isOpenApi31_thatAnotherParserReads() {
        SwaggerParseResult result =
                new OpenAPIV3Parser().readContents(document.text(), null, new ParseOptions());

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).startsWith("3.1");
        assertThat(result.getOpenAPI().getPaths()).hasSize(document.root().path("paths").size());
    }

    @Test
    void everyKind_hasItsOperations() {
        List<String> expected = new ArrayList<>();
        for (RecordKind<?> kind : catalog.kinds()) {
            String base = "/api/v1/" + kind.name();
            expected.addAll(List.of(base, base + "/stream", base + "/{id}"));
            for (RecordRelation relation : catalog.relations(kind)) {
                expected.add(base + "/{id}/" + relation.name());
            }
        }

        assertThat(expected).isNotEmpty();
        assertThat(document.operations().stream().map(OpenApiDocument.Operation::path))
                .containsAll(expected)
                .contains("/members/csv", "/api/v1/members/csv")
                .contains("/edi/generate", "/api/v1/edi/generate")
                .contains("/edi/validate", "/api/v1/edi/validate")
                .contains("/edi-documents", "/api/v1/edi-documents")
                .contains("/api/v1/edi-documents/{set}")
                .contains("/health", "/health/ready", "/health/jobs", "/health/live")
                .contains("/api/v1/feeds", "/api/v1/feeds/{id}", "/api/v1/feeds/{id}/pause")
                .noneMatch(path -> path.contains("{kind}"));
    }

    @Test
    void everyStream_hasAllFormatsOfItsKind_andEvents() {
        for (RecordKind<?> kind : catalog.kinds()) {
            JsonNode content =
                    document.operation("/api/v1/" + kind.name() + "/stream")
                            .node()
                            .at("/responses/200/content");
            List<String> mediaTypes = new ArrayList<>();
            content.fieldNames().forEachRemaining(mediaTypes::add);

            List<String> expected = new ArrayList<>(List.of("text/event-stream"));
            catalog.formats(kind).forEach(format -> expected.add(format.mediaType()));
            assertThat(mediaTypes).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyOperation_hasItsOwnId_aTagAndAnExample() {
        List<OpenApiDocument.Operation> operations = document.operations();

        assertThat(operations).extracting(OpenApiDocument.Operation::id).doesNotHaveDuplicates();
        assertThat(operations)
                .allSatisfy(
                        operation -> {
                            assertThat(operation.id()).isNotEmpty();
                            assertThat(operation.node().path("tags")).isNotEmpty();
                            JsonNode good =
                                    operation.node().path("responses").path(operation.goodStatus());
                            if (good.has("content")) {
                                assertThat(document.examples(operation))
                                        .anyMatch(
                                                example ->
                                                        example.status()
                                                                .equals(operation.goodStatus()));
                            } else {
                                assertThat(operation.path()).startsWith("/fhir/");
                                assertThat(good.path("headers")).isNotEmpty();
                            }
                        });
    }

    @Test
    void everyParameter_hasDescriptionAndExample() {
        assertThat(document.operations())
                .flatExtracting(OpenApiDocument.Operation::parameters)
                .allSatisfy(
                        parameter -> {
                            assertThat(parameter.path("description").asText()).isNotEmpty();
                            assertThat(parameter.has("example")).isTrue();
                        });
    }

    @Test
    void everyOperationButHealth_tellsOfKeysAndQuotas() {
        assertThat(document.root().at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.root().at("/components/securitySchemes/apiKey/name").asText())
                .isEqualTo("X-API-Key");
        assertThat(document.operations())
                .allSatisfy(
                        operation -> {
                            boolean guarded = !operation.path().startsWith("/health");
                            JsonNode responses = operation.node().path("responses");
                            assertThat(operation.node().has("security")).isEqualTo(guarded);
                            for (String status : List.of("401", "403", "429")) {
                                assertThat(responses.has(status)).isEqualTo(guarded);
                            }
                        });
    }

    @Test
    void refusalsBelowFhir_areOutcomes() {
        assertThat(document.operations())
                .filteredOn(operation -> operation.path().startsWith("/fhir/"))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        operation -> {
                            JsonNode responses = operation.node().path("responses");
                            for (String status : List.of("401", "403", "429")) {
                                String reference =
                                        responses.path(status).path("$ref").asText().substring(1);
                                JsonNode content = document.root().at(reference).path("content");
                                assertThat(content.fieldNames())
                                        .toIterable()
                                        .containsExactly("application/fhir+json");
                            }
                        });
    }

    @Test
    void everyReference_leadsSomewhere() {
        assertThat(document.root().findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(
                                                document.root()
                                                        .at(reference.asText().substring(1))
                                                        .isMissingNode())
                                        .as(reference.asText())
                                        .isFalse());
    }

    @Test
    void swaggerUi_answers() {
        given().get("/q/swagger-ui/").then().statusCode(200).contentType("text/html");
    }
}
