package io.github.clinicaldata.record;

import java.util.List;

/**
 * Ways from the records of a kind to those of another that the first one does not know: a kind of
 * events announces the way from a member to them. Implementations announce themselves as beans.
 */
public interface RecordRelations {
    /** The name of the kind from whose records they lead. */
    String from();

    /** The ways. */
    List<RecordRelation> relations();
}
