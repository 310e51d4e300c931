package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the templated paths that resources declare by an operation for each kind of the catalog.
 *
 * <p>Kinds and formats are beans, and examples are their records: to make all of these takes longer
 * than all else at the start. So the document is made for the first who asks for it, and kept.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
@Singleton
@Unremovable
public final class CatalogDocument implements OASFilter {
    private static final String TEMPLATE = "/api/v1/{kind}";

    private final Catalog catalog;
    private final KindPaths kindPaths;
    private final DownloadPaths downloads;
    private final EdiPaths edi;
    private final HealthPaths health;
    private final CatalogPaths whatThereIs;
    private final JobPaths jobs;
    private final Hl7Paths hl7;
    private final FhirPaths fhir;
    private final ProblemResponses problems;
    private @Nullable OpenAPI made;

    CatalogDocument(
            Catalog catalog,
            KindPaths kindPaths,
            DownloadPaths downloads,
            EdiPaths edi,
            HealthPaths health,
            CatalogPaths whatThereIs,
            JobPaths jobs,
            Hl7Paths hl7,
            FhirPaths fhir,
            ProblemResponses problems) {
        this.catalog = catalog;
        this.kindPaths = kindPaths;
        this.downloads = downloads;
        this.edi = edi;
        this.health = health;
        this.whatThereIs = whatThereIs;
        this.jobs = jobs;
        this.hl7 = hl7;
        this.fhir = fhir;
        this.problems = problems;
    }

    @Override
    public synchronized void filterOpenAPI(OpenAPI document) {
        OpenAPI whole = made;
        if (whole == null) {
            whole = make(document);
            made = whole;
        }
        document.setComponents(whole.getComponents());
        document.setTags(whole.getTags());
        document.setPaths(whole.getPaths());
    }

    /** What the document holds beside what resources declare. */
    private OpenAPI make(OpenAPI declared) {
        Components components = OASFactory.createComponents();
        if (declared.getComponents() != null) {
            components = declared.getComponents();
        }
        EnvelopeSchemas.addTo(components);
        HeaderModels.addTo(components);
        problems.addTo(components);
        HealthPaths.addTo(components);
        JobSchemas.addTo(components);
        EdiSchemas.addTo(components);
        ProfileSchemas.addTo(components);
        CatalogPaths.addTo(components);
        Hl7Paths.addTo(components);
        OpenAPI document = OASFactory.createOpenAPI().components(components);
        if (declared.getTags() != null) {
            declared.getTags().forEach(document::addTag);
        }
        Map<String, PathItem> items = new TreeMap<>(withoutTemplates(declared.getPaths()));
        for (RecordKind<?> kind : catalog.kinds()) {
            document.addTag(
                    OASFactory.createTag().name(kind.name()).description(kind.description()));
            SchemaModels.addTo(components, kind.schema());
            items.putAll(kindPaths.of(kind));
            items.putAll(jobs.of(kind));
        }
        items.putAll(downloads.all());
        document.addTag(
                OASFactory.createTag()
                        .name(EdiPaths.TAG)
                        .description("X12 files: made on request, and checked"));
        items.putAll(edi.all());
        document.addTag(
                OASFactory.createTag()
                        .name(HealthPaths.TAG)
                        .description("Whether the server works"));
        items.putAll(health.all());
        document.addTag(OASFactory.createTag().name(CatalogPaths.TAG).description("What there is"));
        items.putAll(whatThereIs.all());
        document.addTag(
                OASFactory.createTag()
                        .name(JobPaths.TAG)
                        .description("Requests whose answer is a file"));
        items.putAll(jobs.all());
        document.addTag(
                OASFactory.createTag()
                        .name(Hl7Paths.TAG)
                        .description("What is wrong with files that a client sends"));
        items.putAll(hl7.all());
        document.addTag(
                OASFactory.createTag().name(FhirPaths.TAG).description(FhirPaths.DESCRIPTION));
        items.putAll(fhir.all());
        Paths paths = OASFactory.createPaths();
        items.forEach(paths::addPathItem);
        document.paths(paths);
        SecurityModels.addTo(document, components);
        return document;
    }

    private static Map<String, PathItem> withoutTemplates(Paths paths) {
        Map<String, PathItem> kept = new TreeMap<>();
        paths.getPathItems()
                .forEach(
                        (path, item) -> {
                            if (!path.startsWith(TEMPLATE) && !path.startsWith(JobPaths.PATH)) {
                                kept.put(path, item);
                            }
                        });
        return kept;
    }
}
