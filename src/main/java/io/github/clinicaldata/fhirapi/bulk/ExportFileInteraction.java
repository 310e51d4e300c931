package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.fhirapi.Answer;
import io.github.clinicaldata.fhirapi.FhirProblem;
import io.github.clinicaldata.fhirapi.FhirRequest;
import io.github.clinicaldata.fhirapi.Interaction;
import io.github.clinicaldata.fhirapi.PopulationResources;
import io.github.clinicaldata.fhirapi.ResourceProbe;
import io.github.clinicaldata.fhirapi.ResourceSource;
import io.github.clinicaldata.fhirapi.ResourceSources;
import io.github.clinicaldata.format.ByteSink;
import io.github.clinicaldata.format.FormatOptions;
import io.github.clinicaldata.format.RecordFormat;
import io.github.clinicaldata.format.fhir.FhirFormat;
import io.github.clinicaldata.format.fhir.JsonResourceWriter;
import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.format.fhir.ResourceMapping;
import io.github.clinicaldata.plan.Encoders;
import io.github.clinicaldata.plan.GenerationPlan;
import io.github.clinicaldata.plan.IndexSequence;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.stream.Chunk;
import io.github.clinicaldata.stream.Framing;
import io.github.clinicaldata.stream.StreamClient;
import io.github.clinicaldata.stream.Streams;
import io.github.clinicaldata.transport.http.ByteRange;
import io.github.clinicaldata.transport.http.RangeRequest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /fhir/bulk/{id}/{file}}: a file of an export, or a range of it, generated while it is
 * downloaded. Ranges are of the bytes before compression, which is what clients keep.
 */
@Singleton
public final class ExportFileInteraction implements Interaction {
    private static final String MEDIA_TYPE = "application/fhir+ndjson";
    private static final Map<String, String> RANGES = Map.of("Accept-Ranges", "bytes");
    private static final Map<String, String> NO_RANGES = Map.of("Accept-Ranges", "none");
    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    private final Exports exports;
    private final ResourceSources sources;
    private final Streams streams;
    private final Encoders encoders;
    private final RecordFormat format;
    private final FileLengths lengths;
    private final String version;

    ExportFileInteraction(
            Exports exports,
            ResourceSources sources,
            Streams streams,
            Encoders encoders,
            FileLengths lengths,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.lengths = lengths;
        this.version = version;
        this.exports = exports;
        this.sources = sources;
        this.streams = streams;
        this.encoders = encoders;
        format = sources.catalog().format(FhirFormat.NAME).orElseThrow();
    }

    @Override
    public boolean takes(List<String> path) {
        return path.size() == 3 && path.get(0).equals(ExportStatusInteraction.PATH);
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public Answer answer(FhirRequest request) {
        Preparation preparation = exports.find(request.path().get(1));
        Preparation.Ready ready = preparation.ready();
        if (ready == null) {
            throw FhirProblem.tooEarly(
                    503,
                    "This replica prepares the export anew; its files come back soon",
                    exports.retrySeconds());
        }
        String name = request.path().get(2);
        ExportFile file =
                ready.files().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        FhirProblem.notFound(
                                                "The export has no file \""
                                                        + ResourceSources.shown(name)
                                                        + "\""));
        ResourceSource<?> source = file.source();
        if (source == null) {
            Population population = preparation.export().population();
            return Answer.of(200, MEDIA_TYPE, payers(population))
                    .with(NO_RANGES)
                    .holding(population, PayerOrganizations.all().size());
        }
        Export export = preparation.export();
        String tag = tag(request.path().get(1), name, export.population());
        return answer(request, tag, () -> plan(source, file, export, ready));
    }

    /** The same for the same bytes: those of a file depend on its URL and on who makes it. */
    private String tag(String export, String file, Population population) {
        return "\"%s\""
                .formatted(
                        UUID.nameUUIDFromBytes(
                                String.join("/", version, population.name(), export, file)
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private Answer answer(FhirRequest request, String tag, Supplier<GenerationPlan<?>> plan) {
        RangeRequest wanted = request.bytes();
        boolean get = request.method().equals("GET");
        if (!get || !wanted.isOf(tag)) {
            return Answer.of(
                    MEDIA_TYPE,
                    // the tag is of the bytes as they are, and these may be sent compressed
                    wanted.compressible() ? RANGES : Map.of("Accept-Ranges", "bytes", "ETag", tag),
                    stream(plan.get(), chunks -> chunks));
        }
        long length = lengths.of(tag, plan);
        ByteRange part = wanted.in(tag, length).orElseThrow();
        Map<String, String> headers = new TreeMap<>(RANGES);
        headers.put("ETag", tag);
        headers.put("Content-Range", part.header(length));
        headers.put("Content-Length", String.valueOf(part.length()));
        if (part.isUnsatisfiable()) {
            return Answer.of(UNSATISFIABLE, "", new byte[0]).with(headers);
        }
        ChunkCut cut = new ChunkCut(part);
        return Answer.of(
                PARTIAL, MEDIA_TYPE, headers, stream(plan.get(), chunks -> chunks.map(cut::of)));
    }

    private Answer.Stream stream(GenerationPlan<?> plan, UnaryOperator<Multi<Chunk>> cut) {
        return new Answer.Stream() {
            @Override
            public GenerationPlan<?> plan() {
                return plan;
            }

            @Override
            public Multi<Chunk> open(StreamClient client) {
                return cut.apply(streams.open(plan, Framing.NONE, "bulk", client));
            }
        };
    }

    private static byte[] payers(Population population) {
        ByteSink sink = new ByteSink(1 << 12);
        JsonResourceWriter writer = JsonResourceWriter.ofResources();
        PayerOrganizations.all()
                .forEach(
                        payer -> {
                            PayerOrganizations.write(payer, population, writer.to(sink));
                            sink.write('\n');
                        });
        return sink.toByteArray();
    }

    private <R> GenerationPlan<R> plan(
            ResourceSource<R> source, ExportFile file, Export export, Preparation.Ready ready) {
        RecordKind<R> kind = source.kind();
        if (file.shared()) {
            kind = new SelectedKind<>(kind, ready.shared().getOrDefault(kind.name(), new long[0]));
        }
        ResourceMapping<R> mapping = source.mapping();
        return new GenerationPlan<>(
                kind,
                format,
                encoders.of(format, source.kind(), source.kind().schema()),
                new FormatOptions(Map.of("resource", mapping.name())),
                export.population(),
                IndexSequence.range(file.from(), file.until()),
                Long.MAX_VALUE,
                0,
                filter(mapping, file, export, ready),
                Long.MAX_VALUE,
                null);
    }

    private <R> Predicate<R> filter(
            ResourceMapping<R> mapping, ExportFile file, Export export, Preparation.Ready ready) {
        ExportMatch match =
                new ExportMatch(
                        sources.patients(),
                        new PopulationResources(sources, export.population()),
                        ready.members(),
                        export.since());
        if (match.takesAll() || file.shared()) {
            return mapping::writes;
        }
        ResourceProbe probe = new ResourceProbe();
        return record ->
                mapping.writes(record)
                        && match.test(
                                probe.look(
                                        writer ->
                                                mapping.write(
                                                        record, export.population(), writer)));
    }
}
