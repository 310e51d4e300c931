package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.PlanRejected;
import io.github.clinicaldata.security.audit.Redaction;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** HTTP endpoints: each batch is the body of a POST. */
@Singleton
final class HttpTargetKind implements TargetKind {
    static final String URL = "url";
    static final String HEADERS = "headers";
    static final String SIGNING_KEY = "signing_key";

    private static final int BATCH = 100;

    private final Vertx vertx;
    private final AllowedTargets allowed;
    private final FeedsConfig config;

    HttpTargetKind(Vertx vertx, AllowedTargets allowed, GeneratorConfig config) {
        this.vertx = vertx;
        this.allowed = allowed;
        this.config = config.feeds();
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String description() {
        return "An HTTP endpoint; each batch is the body of a POST, a document of its format";
    }

    @Override
    public List<TargetField> fields() {
        return List.of(
                TargetField.required(
                        URL,
                        "where batches are posted to, by http or https",
                        "https://intake.example.org/members"),
                new TargetField(
                        HEADERS,
                        TargetField.Type.TEXTS,
                        false,
                        true,
                        "headers to send; their values are never shown",
                        "{\"Authorization\": \"Bearer …\"}"),
                TargetField.secret(
                        SIGNING_KEY,
                        "the key that signs each request, of 16 bytes or more, or whsec_ and its"
                                + " Base64; never shown",
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }

    @Override
    public boolean carries(RecordFormat format) {
        return true;
    }

    @Override
    public boolean takesDocuments() {
        return true;
    }

    @Override
    public int defaultBatch() {
        return BATCH;
    }

    @Override
    public void check(TargetSettings settings) {
        HttpEndpoint endpoint = HttpEndpoint.parse(settings.required(URL));
        allowed.check("target.url", endpoint.host());
        for (Map.Entry<String, String> header : settings.inside(HEADERS).entrySet()) {
            HttpEndpoint.checkHeader(header.getKey(), header.getValue());
        }
        String key = settings.get(SIGNING_KEY);
        if (key != null && !Signature.isKey(key)) {
            throw new PlanRejected.InvalidValue(
                    "target." + SIGNING_KEY,
                    "must be a text of 16 bytes or more, or whsec_ and the Base64 of as many");
        }
    }

    @Override
    public String shown(TargetField field, String value) {
        if (!field.name().equals(URL)) {
            return TargetKind.super.shown(field, value);
        }
        int query = value.indexOf('?');
        return query < 0
                ? value
                : value.substring(0, query + 1) + Redaction.query(value.substring(query + 1));
    }

    @Override
    public FeedTarget open(Opening opening) {
        return new HttpTarget(vertx, allowed, config, opening);
    }
}
