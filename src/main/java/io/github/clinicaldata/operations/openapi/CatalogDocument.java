package io.github.clinicaldata.operations.openapi;

import io.github.clinicaldata.plan.Catalog;
import io.github.clinicaldata.record.RecordKind;
import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
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
    private final JobPaths jobs;
    private final List<PathGroup> groups;
    private final ProblemResponses problems;
    private @Nullable OpenAPI made;

    CatalogDocument(
            Catalog catalog,
            KindPaths kindPaths,
            DownloadPaths downloads,
            JobPaths jobs,
            Instance<PathGroup> groups,
            ProblemResponses problems) {
        this.catalog = catalog;
        this.kindPaths = kindPaths;
        this.downloads = downloads;
        this.jobs = jobs;
        this.groups = groups.stream().sorted(Comparator.comparing(PathGroup::tag)).toList();
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
        ProfileSchemas.addTo(components);
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
        for (PathGroup group : groups) {
            document.addTag(
                    OASFactory.createTag().name(group.tag()).description(group.description()));
            group.addSchemas(components);
            items.putAll(group.all());
        }
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
                            if (!path.startsWith(TEMPLATE)
                                    && !path.startsWith(JobPaths.PATH)
                                    && !path.startsWith(FeedPaths.PATH)) {
                                kept.put(path, item);
                            }
                        });
        return kept;
    }
}
