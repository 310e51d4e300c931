package io.github.clinicaldata.feed.target;

import io.github.clinicaldata.config.FeedsConfig;
import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.plan.PlanRejected;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;

/** Listeners of the Minimal Lower Layer Protocol, which acknowledge each HL7 message. */
@Singleton
final class MllpTargetKind implements TargetKind {
    static final String HOST = "host";
    static final String PORT = "port";
    static final String TLS = "tls";

    private static final String FORMAT = "hl7v2";
    private static final int MOST_PORT = 65_535;

    private final Vertx vertx;
    private final AllowedTargets allowed;
    private final FeedsConfig config;

    MllpTargetKind(Vertx vertx, AllowedTargets allowed, GeneratorConfig config) {
        this.vertx = vertx;
        this.allowed = allowed;
        this.config = config.feeds();
    }

    @Override
    public String name() {
        return "mllp";
    }

    @Override
    public String description() {
        return "An MLLP listener; each record is an HL7 message, and the next one follows its"
                + " acknowledgment";
    }

    @Override
    public List<TargetField> fields() {
        return List.of(
                TargetField.required(HOST, "the listener's host", "hl7.example.org"),
                new TargetField(
                        PORT, TargetField.Type.NUMBER, true, false, "the listener's port", "2575"),
                new TargetField(
                        TLS,
                        TargetField.Type.SWITCH,
                        false,
                        false,
                        "whether the connection has TLS",
                        "true"));
    }

    @Override
    public boolean carries(RecordFormat format) {
        return format.name().equals(FORMAT);
    }

    @Override
    public String defaultFormat() {
        return FORMAT;
    }

    @Override
    public boolean takesDocuments() {
        return false;
    }

    @Override
    public int defaultBatch() {
        return 1;
    }

    @Override
    public void check(TargetSettings settings) {
        int port = Integer.parseInt(settings.required(PORT));
        if (port < 1 || port > MOST_PORT) {
            throw new PlanRejected.InvalidValue(
                    "target." + PORT, port + " must be from 1 to " + MOST_PORT);
        }
        allowed.check("target." + HOST, settings.required(HOST));
    }

    @Override
    public FeedTarget open(Opening opening) {
        return new MllpTarget(vertx, allowed, config, opening.settings());
    }
}
