package io.github.clinicaldata.security.smart;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What {@code /.well-known/smart-configuration} tells.
 *
 * @param tokenEndpoint where tokens are to be had
 * @param authMethods how clients prove who they are
 * @param algorithms with which they sign
 * @param grantTypes how tokens are asked for
 * @param scopes what tokens are good for
 * @param capabilities by the words of SMART
 */
public record SmartConfiguration(
        @JsonProperty("token_endpoint") String tokenEndpoint,
        @JsonProperty("token_endpoint_auth_methods_supported") List<String> authMethods,
        @JsonProperty("token_endpoint_auth_signing_alg_values_supported") List<String> algorithms,
        @JsonProperty("grant_types_supported") List<String> grantTypes,
        @JsonProperty("scopes_supported") List<String> scopes,
        @JsonProperty("capabilities") List<String> capabilities) {

    /** The path below the root and below {@code /fhir}. */
    public static final String PATH = "/.well-known/smart-configuration";

    /** That of a server that gives tokens at a URL. */
    public static SmartConfiguration of(String tokenUrl) {
        return new SmartConfiguration(
                tokenUrl,
                List.of("private_key_jwt"),
                List.of("RS384", "ES384"),
                List.of("client_credentials"),
                SmartTokens.SCOPES,
                List.of("client-confidential-asymmetric", "permission-v1", "permission-v2"));
    }
}
