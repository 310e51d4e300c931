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
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * {@code /fhir/bulk/{id}/{file}}: a file of an export, generated while it is downloaded. Ranges are
 * not served: how long a file is, is known at its end only.
 */
@Singleton
public final class ExportFileInteraction implements Interaction {
    private static final String MEDIA_TYPE = "application/fhir+ndjson";
    private static final Map<String, String> HEADERS = Map.of("Accept-Ranges", "none");

    private final Exports exports;
    private final ResourceSources sources;
    private final Streams streams;
    private final Encoders encoders;
    private final RecordFormat format;

    ExportFileInteraction(
            Exports exports, ResourceSources sources, Streams streams, Encoders encoders) {
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
                    .with(HEADERS)
                    .holding(population, PayerOrganizations.all().size());
        }
        return Answer.of(
                MEDIA_TYPE, HEADERS, stream(plan(source, file, preparation.export(), ready)));
    }

    private Answer.Stream stream(GenerationPlan<?> plan) {
        return new Answer.Stream() {
            @Override
            public GenerationPlan<?> plan() {
                return plan;
            }

            @Override
            public Multi<Chunk> open(StreamClient client) {
                return streams.open(plan, Framing.NONE, "bulk", client);
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
        if (match.takesAll()) {
            return mapping::writes;
        }
        ResourceProbe probe = new ResourceProbe();
        return record ->
                mapping.writes(record)
                        && match.test(
                                probe.look(
                                        writer ->
                                                mapping.write(record, export.population(), writer)),
                                !file.shared());
    }
}
