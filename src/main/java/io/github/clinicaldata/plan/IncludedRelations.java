package io.github.clinicaldata.plan;

import io.github.clinicaldata.record.RecordRelation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which relations of a record are wanted. */
public final class IncludedRelations {
    /** The parameter that names them, in lists. */
    public static final String PARAMETER = "include";

    private IncludedRelations() {}

    /**
     * The relations that are wanted, in the order in which a kind has them.
     *
     * @param all of the kind
     * @param lists names with commas between them; null for all
     * @throws PlanRejected when a name is none of them
     */
    public static List<RecordRelation> of(List<RecordRelation> all, @Nullable List<String> lists) {
        if (lists == null) {
            return all;
        }
        List<String> names = all.stream().map(RecordRelation::name).toList();
        Set<String> wanted = new LinkedHashSet<>();
        for (String list : lists) {
            for (String name : list.split(",", -1)) {
                if (!names.contains(name)) {
                    throw new PlanRejected.InvalidValue(
                            PARAMETER,
                            Parameters.quoted(name) + " is none of " + String.join(", ", names));
                }
                wanted.add(name);
            }
        }
        return all.stream().filter(each -> wanted.contains(each.name())).toList();
    }
}
