package io.github.clinicaldata.stream;

import io.github.clinicaldata.plan.GenerationPlan;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A span for each stream, where traces are on: {@code clinical.kind}, {@code clinical.format},
 * {@code clinical.transport}, {@code clinical.population} and {@code clinical.range} say what it
 * is, {@code clinical.records}, {@code clinical.bytes} and {@code clinical.outcome} what became of
 * it. The span of a request's stream is a child of the request's; that of a job or feed, which may
 * go on for days and on other servers, begins a trace of its own, linked to the request's.
 */
@Singleton
public final class StreamSpans {
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("clinical.kind");
    private static final AttributeKey<String> FORMAT = AttributeKey.stringKey("clinical.format");
    private static final AttributeKey<String> TRANSPORT =
            AttributeKey.stringKey("clinical.transport");
    private static final AttributeKey<String> POPULATION =
            AttributeKey.stringKey("clinical.population");
    private static final AttributeKey<String> RANGE = AttributeKey.stringKey("clinical.range");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("clinical.outcome");
    private static final AttributeKey<Long> RECORDS = AttributeKey.longKey("clinical.records");
    private static final AttributeKey<Long> BYTES = AttributeKey.longKey("clinical.bytes");

    private static final String TRACE_PARENT = "traceparent";
    private static final TextMapGetter<Map<String, String>> HEADERS =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(Map<String, String> headers) {
                    return headers.keySet();
                }

                @Override
                public @Nullable String get(@Nullable Map<String, String> headers, String name) {
                    return headers == null ? null : headers.get(name);
                }
            };

    private final boolean wanted;
    private final Tracer tracer;

    StreamSpans(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        wanted = !disabled;
        tracer = telemetry.getTracer("io.github.clinicaldata");
    }

    /** Whether anybody traces. */
    boolean areWanted() {
        return wanted;
    }

    /** The span at hand as the header {@code traceparent} writes it; null where there is none. */
    public static @Nullable String traceParent() {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.current(),
                        headers,
                        (carrier, name, value) -> {
                            if (carrier != null) {
                                carrier.put(name, value);
                            }
                        });
        return headers.get(TRACE_PARENT);
    }

    /**
     * What lines that are logged tell of a span that the header {@code traceparent} names: the
     * names are those that Quarkus gives in lines of requests.
     */
    public static Map<String, String> inLogs(@Nullable String traceParent) {
        SpanContext span = spanContext(traceParent);
        return span.isValid() ? inLogs(span) : Map.of();
    }

    private static Map<String, String> inLogs(SpanContext span) {
        return Map.of(
                "traceId",
                span.getTraceId(),
                "spanId",
                span.getSpanId(),
                "sampled",
                String.valueOf(span.isSampled()));
    }

    /** Begins the span of a request's stream. */
    StreamObserver begin(GenerationPlan<?> plan, String transport) {
        return new Observer(builder(plan, transport).setParent(Context.current()).startSpan());
    }

    /** Begins the span of work that goes on after its request. */
    StreamObserver begin(
            GenerationPlan<?> plan, String work, String id, @Nullable String traceParent) {
        SpanBuilder builder =
                builder(plan, work).setNoParent().setAttribute("clinical." + work, id);
        SpanContext request = spanContext(traceParent);
        if (request.isValid()) {
            builder.addLink(request);
        }
        return new Observer(builder.startSpan());
    }

    private static SpanContext spanContext(@Nullable String traceParent) {
        if (traceParent == null) {
            return SpanContext.getInvalid();
        }
        Context request =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TRACE_PARENT, traceParent), HEADERS);
        return Span.fromContext(request).getSpanContext();
    }

    private SpanBuilder builder(GenerationPlan<?> plan, String transport) {
        return tracer.spanBuilder(transport + " " + plan.kind().name())
                .setAttribute(KIND, plan.kind().name())
                .setAttribute(FORMAT, plan.format().name())
                .setAttribute(TRANSPORT, transport)
                .setAttribute(POPULATION, plan.population().name())
                .setAttribute(RANGE, plan.indexes().range());
    }

    private static final class Observer implements StreamObserver {
        private final Span span;
        private final AtomicLong records = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();

        Observer(Span span) {
            this.span = span;
        }

        @Override
        public void chunk(int count, int length) {
            records.addAndGet(count);
            bytes.addAndGet(length);
        }

        @Override
        public Map<String, String> inLogs() {
            return StreamSpans.inLogs(span.getSpanContext());
        }

        @Override
        public void ended(Outcome outcome) {
            span.setAttribute(RECORDS, records.get())
                    .setAttribute(BYTES, bytes.get())
                    .setAttribute(OUTCOME, outcome.name().toLowerCase(Locale.ROOT));
            if (outcome == Outcome.FAILED) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
