package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.format.ByteSink;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Whole Bundles of type {@code searchset}. */
final class Bundles {
    private static final int ROOM = 1 << 14;

    private Bundles() {}

    /** A page as a client wants it to look. */
    static Answer answer(
            Page page, Map<String, String> links, String base, Presentation presentation) {
        if (presentation.equals(Presentation.JSON)) {
            ByteSink sink = new ByteSink(ROOM);
            BundleBytes bytes = new BundleBytes(base);
            bytes.begin(page.total(), links, sink);
            page.entries().forEach(content -> bytes.write(content, true, sink));
            bytes.end(sink);
            return Answer.of(200, presentation.mediaType(), sink.toByteArray());
        }
        Bundle bundle = begin(page.total(), links);
        add(bundle, page.entries(), SearchEntryMode.MATCH, base);
        return Documents.answer(200, bundle, presentation);
    }

    /** A Bundle without entries. */
    static Bundle begin(@Nullable Integer total, Map<String, String> links) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET);
        if (total != null) {
            bundle.setTotal(total);
        }
        links.forEach((relation, url) -> bundle.addLink().setRelation(relation).setUrl(url));
        return bundle;
    }

    /** Adds entries. */
    static void add(
            Bundle bundle, List<ResourceContent> contents, SearchEntryMode mode, String base) {
        for (ResourceContent content : contents) {
            Resource resource = Documents.structure(content);
            bundle.addEntry()
                    .setFullUrl(base + "/" + resource.fhirType() + "/" + resource.getIdPart())
                    .setResource(resource)
                    .getSearch()
                    .setMode(mode);
        }
    }
}
