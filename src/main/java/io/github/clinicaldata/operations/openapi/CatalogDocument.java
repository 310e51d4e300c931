package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/**
 * Replaces the templated paths that resources declare by an operation for each kind of the catalog.
 *
 * <p>Runs once, when the server starts: kinds and formats are beans, and examples are their
 * records.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
@Singleton
@Unremovable
public final class CatalogDocument implements OASFilter {
    private static final String TEMPLATE = "/api/v1/{kind}";

    private final Catalog catalog;
    private final KindPaths kindPaths;
    private final DownloadPaths downloads;
    private final HealthPaths health;
    private final ProblemResponses problems;
    private final boolean serves;

    CatalogDocument(
            Catalog catalog,
            KindPaths kindPaths,
            DownloadPaths downloads,
            HealthPaths health,
            ProblemResponses problems,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean serves) {
        this.catalog = catalog;
        this.kindPaths = kindPaths;
        this.downloads = downloads;
        this.health = health;
        this.problems = problems;
        this.serves = serves;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (!serves) {
            // a command opens no port, so nobody can ask for the document
            return;
        }
        Components components = OASFactory.createComponents();
        if (document.getComponents() != null) {
            components = document.getComponents();
        }
        document.setComponents(components);
        EnvelopeSchemas.addTo(components);
        HeaderModels.addTo(components);
        problems.addTo(components);
        Map<String, PathItem> items = new TreeMap<>(withoutTemplates(document.getPaths()));
        for (RecordKind<?> kind : catalog.kinds()) {
            document.addTag(
                    OASFactory.createTag().name(kind.name()).description(kind.description()));
            SchemaModels.addTo(components, kind.schema());
            items.putAll(kindPaths.of(kind));
        }
        items.putAll(downloads.all());
        document.addTag(
                OASFactory.createTag()
                        .name(HealthPaths.TAG)
                        .description("Whether the server works"));
        HealthPaths.addTo(components);
        items.putAll(health.all());
        Paths paths = OASFactory.createPaths();
        items.forEach(paths::addPathItem);
        document.setPaths(paths);
    }

    private static Map<String, PathItem> withoutTemplates(Paths paths) {
        Map<String, PathItem> kept = new TreeMap<>();
        paths.getPathItems()
                .forEach(
                        (path, item) -> {
                            if (!path.startsWith(TEMPLATE)) {
                                kept.put(path, item);
                            }
                        });
        return kept;
    }
}
