package io.github.clinicaldata.fhirapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.clinicaldata.security.smart.SmartConfiguration;
import io.github.clinicaldata.security.smart.SmartTokens;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/** {@code /fhir/.well-known/smart-configuration}: how tokens are to be had, where they are. */
@Singleton
public final class SmartInteraction implements Interaction {
    private static final List<String> PATH =
            List.of(SmartConfiguration.PATH.substring(1).split("/"));
    private static final String OAUTH =
            "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final String SERVICES =
            "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private final SmartTokens tokens;
    private final ObjectMapper json;

    SmartInteraction(SmartTokens tokens, ObjectMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    public boolean takes(List<String> path) {
        return tokens.url().isPresent() && path.equals(PATH);
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Answer answer(FhirRequest request) {
        try {
            return Answer.of(
                    200,
                    "application/json",
                    json.writeValueAsBytes(SmartConfiguration.of(tokens.url().orElseThrow())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void describe(CapabilityStatementRestComponent rest) {
        tokens.url()
                .ifPresent(
                        url -> {
                            Extension uris = new Extension(OAUTH);
                            uris.addExtension("token", new UriType(url));
                            rest.getSecurity().addExtension(uris);
                            rest.getSecurity()
                                    .addService()
                                    .addCoding()
                                    .setSystem(SERVICES)
                                    .setCode("SMART-on-FHIR");
                        });
    }
}
