package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.record.coverage.Payer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group of members: all, or those whose main coverage is of a payer.
 *
 * @param id of the resource Group
 * @param name for people
 * @param payer whose members, or null for all
 */
record MemberGroup(String id, String name, @Nullable Payer payer) {
    private static final MemberGroup ALL = new MemberGroup("all", "All members", null);

    /** The groups in their order. */
    static List<MemberGroup> all() {
        return Stream.concat(
                        Stream.of(ALL),
                        PayerOrganizations.all().stream()
                                .map(
                                        payer ->
                                                new MemberGroup(
                                                        PayerOrganizations.id(payer).toString(),
                                                        "Members of " + payer.name(),
                                                        payer)))
                .toList();
    }

    /** The group of an id. */
    static Optional<MemberGroup> find(String id) {
        return all().stream().filter(group -> group.id().equals(id)).findFirst();
    }
}
