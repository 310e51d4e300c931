package io.github.clinicaldata.format.fhir;

import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.EncoderSession;
import io.github.clinicaldata.format.FormatOption;
import io.github.clinicaldata.format.FormatOptions;
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

/** The format {@code fhir}: one resource of FHIR R4 a line. */
@Singleton
public final class FhirFormat implements RecordFormat {
    /** The format's name. */
    public static final String NAME = "fhir";

    private final ResourceMappings mappings;

    /** A format of these mappings. */
    @Inject
    public FhirFormat(ResourceMappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/fhir+ndjson";
    }

    @Override
    public String description() {
        return "One FHIR R4 resource a line; of which type, by the parameter resource";
    }

    @Override
    public boolean textual() {
        return true;
    }

    @Override
    public boolean singleLineRecords() {
        return true;
    }

    @Override
    public boolean selfContainedRecords() {
        return true;
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
        private final ResourceMapping<R> mapping;
        private final Population population;
        private final JsonResourceWriter writer = JsonResourceWriter.ofResources();

        Session(ResourceMapping<R> mapping, StreamContext context) {
            this.mapping = mapping;
            population = context.population();
        }

        @Override
        public void write(R record, ByteSink sink) {
            if (mapping.writes(record)) {
                mapping.write(record, population, writer.to(sink));
                sink.write('\n');
            }
        }
    }
}
