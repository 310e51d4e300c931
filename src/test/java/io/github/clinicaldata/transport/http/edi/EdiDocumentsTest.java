package io.github.clinicaldata.transport.http.edi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EdiDocumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/edi-documents", "/api/v1/edi-documents"})
    void list_tellsOfEveryTransactionSet(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("success", equalTo(true))
                .body(
                        "data.documents.name",
                        containsInAnyOrder(
                                "837p", "837i", "835", "270", "271", "276", "277", "834"))
                .body("data.documents.find { it.name == '835' }.guide", equalTo("005010X221A1"))
                .body("data.documents.find { it.name == '835' }.kind", equalTo("remittances"))
                .body(
                        "data.documents[0].options.name",
                        hasItems("per_transaction", "usage", "delimiters"));
    }

    @Test
    void everyDocument_isAtItsLink_andSaysItsGuide() {
        JsonPath list = given().get("/api/v1/edi-documents").jsonPath();
        List<String> links = list.getList("data.documents.links.stream");
        List<String> guides = list.getList("data.documents.guide");
        assertThat(links).hasSize(8);
        for (int i = 0; i < links.size(); i++) {
            given().get(links.get(i) + "?count=2")
                    .then()
                    .statusCode(200)
                    .contentType("application/EDI-X12")
                    .body(containsString("*X*" + guides.get(i) + "~"));
        }
    }

    @Test
    void document_isTheStreamOfItsKind() {
        String stream = given().get("/api/v1/claims/stream?count=50&transaction=837i").asString();
        given().get("/edi-documents/837i?count=50").then().body(equalTo(stream));
        given().head("/edi-documents/837i?count=50").then().statusCode(200);
    }

    @Test
    void unknownDocument_isNotFound_andTheOthersAreListed() {
        given().get("/api/v1/edi-documents/850")
                .then()
                .statusCode(404)
                .body("error.message", containsString("270, 271, 276, 277, 834, 835, 837i, 837p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "transaction"})
    void parametersOfThePath_areNotTakenTwice(String name) {
        given().queryParam(name, "835")
                .get("/api/v1/edi-documents/835")
                .then()
                .statusCode(422)
                .body("error.details[0].field", equalTo(name));
    }

    @Test
    void unknownParameters_areRefused() {
        given().get("/api/v1/edi-documents/835?cuont=4")
                .then()
                .statusCode(422)
                .body("error.message", containsString("did you mean count?"));
        given().get("/edi-documents?limit=4").then().statusCode(422);
    }

    @Test
    void otherMethods_areNotAllowed() {
        given().delete("/api/v1/edi-documents/835")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET, HEAD"));
    }
}
