package io.github.clinicaldata.operations.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Paths that belong together. Implementations announce themselves as beans; nothing lists them. */
interface PathGroup {
    /** The tag of their operations. */
    String tag();

    /** What they are for, in a sentence. */
    String description();

    /** Adds the schemas that only they need. */
    default void addSchemas(Components components) {}

    /** The paths. */
    Map<String, PathItem> all();
}
