package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.Literal;
import io.github.clinicaldata.format.RecordEncoder;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.StreamContext;
import io.github.clinicaldata.format.VariantNeeds;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordSchema;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The format {@code fhir-bundle}: one FHIR Bundle, a collection of resources. */
@Singleton
public final class FhirBundleFormat implements RecordFormat {
    /** The format's name. */
    public static final String NAME = "fhir-bundle";

    private final ResourceMappings mappings;

    /** A format of these mappings. */
    @Inject
    public FhirBundleFormat(ResourceMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/fhir+json";
    }

    @Override
    public String description() {
        return "One FHIR R4 Bundle, a collection; of which type, by the parameter resource";
    }

    @Override
    public boolean textual() {
        return true;
    }

    @Override
    public boolean singleLineRecords() {
        return false;
    }

    @Override
    public boolean selfContainedRecords() {
        return false;
    }

    @Override
    public boolean leavesOutFields() {
        return false;
    }

    @Override
    public boolean supports(RecordKind<?> kind) {
        return !mappings.of(kind).isEmpty();
    }

    @Override
    public List<FormatOption> options(RecordKind<?> kind) {
        return List.of(mappings.option(kind));
    }

    @Override
    public <R> @Nullable Predicate<R> selection(RecordKind<R> kind, FormatOptions options) {
        return mappings.selection(kind, options);
    }

    @Override
    public VariantNeeds needs(RecordKind<?> kind, FormatOptions options) {
        return mappings.needs(kind, options);
    }

    @Override
    public <R> RecordEncoder<R> encoder(RecordKind<R> kind, RecordSchema<R> schema) {
        return context -> new Session<>(mappings.chosen(kind, context.options()), context);
    }

    private static final class Session<R> implements EncoderSession<R> {
        private static final Literal BEGIN =
                Literal.of("{\"resourceType\":\"Bundle\",\"type\":\"collection\"");
        private static final Literal FIRST = Literal.of(",\"entry\":[\n");
        private static final Literal NEXT = Literal.of(",\n");
        private static final Literal END = Literal.of("\n]");

        private final ResourceMapping<R> mapping;
        private final Population population;
        private final JsonResourceWriter writer = JsonResourceWriter.ofEntries();
        private boolean empty = true;

        Session(ResourceMapping<R> mapping, StreamContext context) {
            this.mapping = mapping;
            population = context.population();
        }

        @Override
        public void begin(ByteSink sink) {
            sink.write(BEGIN);
        }

        @Override
        public void write(R record, ByteSink sink) {
            if (mapping.writes(record)) {
                sink.write(empty ? FIRST : NEXT);
                empty = false;
                mapping.write(record, population, writer.to(sink));
            }
        }

        @Override
        public void end(ByteSink sink) {
            if (!empty) {
                sink.write(END);
            }
            sink.write('}');
            sink.write('\n');
        }
    }
}
