package io.github.clinicaldata.config;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who may ask, and for how much. */
public interface SecurityConfig {
    /** Of settings that are true, false, or follow from where the servers listen. */
    String SWITCH = "auto|true|false";

    /** Whether keys are asked for; {@code auto}: where others than this machine can connect. */
    @Pattern(regexp = SWITCH) @WithDefault("auto")
    String enabled();

    /** Lets a server that others can connect to run without keys. */
    @WithDefault("false")
    boolean allowOpen();

    /** The file of the keys, made when the first key is. */
    @WithDefault("data/keys.json")
    Path keyFile();

    /** How often the server looks whether the keys have changed. */
    @DurationMin(millis = 100)
    @WithDefault("1s")
    Duration keyRefresh();

    /**
     * Names by which clients may call the server, as in the header {@code Host} without a port;
     * {@code *} for any.
     */
    @WithDefault("*")
    List<String> allowedHosts();

    /** Paths that need no key; one that ends with {@code /*} stands for all below it. */
    @WithDefault(
            "/,/index.html,/console/*,/health,/health/*,/q/health,/q/health/*,/q/openapi,"
                    + "/q/swagger-ui,/q/swagger-ui/*")
    List<String> publicPaths();

    /** Services of gRPC that need no key. */
    @WithDefault(
            "grpc.health.v1.Health,grpc.reflection.v1.ServerReflection,grpc.reflection.v1alpha.ServerReflection")
    List<String> publicServices();

    /** Tokens for systems that sign. */
    SmartConfig smart();

    /** Bounds of what one client may have. */
    QuotaConfig quota();

    /** Headers that answers carry for browsers. */
    HeadersConfig headers();

    /** Headers that answers carry for browsers. */
    interface HeadersConfig {
        /** What pages may load and who may frame them; the API's browser page has its own. */
        @WithDefault(
                "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
                        + " form-action 'self'; frame-ancestors 'none'")
        String contentSecurityPolicy();

        /** What is told to the targets of links. */
        @WithDefault("no-referrer")
        String referrerPolicy();

        /** Sent where the connection has TLS. */
        @WithDefault("max-age=31536000; includeSubDomains")
        String strictTransportSecurity();
    }

    /** Bounds of what one client may have; 0 stands for none. */
    interface QuotaConfig {
        /** Whether there are bounds; {@code auto}: where others than this machine can connect. */
        @Pattern(regexp = SWITCH) @WithDefault("auto")
        String enabled();

        /**
         * The Redis through which several servers hold clients to one quota, such as {@code
         * redis://:password@host:6379/0} or, with TLS, {@code rediss://host}. None by default: each
         * server has quotas of its own.
         */
        Optional<String> redisUrl();

        /** Addresses whose use is remembered; the longest unused are forgotten first. */
        @Min(1000) @WithDefault("100000")
        long rememberedAddresses();

        /** Of each key. */
        KeyQuotaConfig key();

        /** Of each address that gives no key. */
        AddressQuotaConfig address();
    }

    /** Bounds of a key. */
    interface KeyQuotaConfig {
        /** Requests a minute. */
        @Min(0) @WithDefault("6000")
        long requestsPerMinute();

        /** Records a minute, over all streams of the key. */
        @Min(0) @WithDefault("0")
        long recordsPerMinute();

        /** Streams at a time. */
        @Min(0) @WithDefault("100")
        int streams();
    }

    /** Bounds of an address. */
    interface AddressQuotaConfig {
        /** Requests a minute, among them those with a wrong key. */
        @Min(0) @WithDefault("600")
        long requestsPerMinute();

        /** Records a minute, over all streams of the address. */
        @Min(0) @WithDefault("6000000")
        long recordsPerMinute();

        /** Streams at a time. */
        @Min(0) @WithDefault("20")
        int streams();
    }
}
