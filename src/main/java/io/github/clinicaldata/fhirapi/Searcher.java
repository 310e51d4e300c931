package io.github.clinicaldata.fhirapi;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.format.fhir.Systems;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Finds resources: by id, by patient and by most identifiers through the arithmetic of indexes, by
 * other parameters through so many records of the population as a page may look at.
 */
@Singleton
public final class Searcher {
    private final ResourceSources sources;
    private final List<IdentifierFinder> finders;
    private final int scan;

    Searcher(ResourceSources sources, @All List<IdentifierFinder> finders, GeneratorConfig config) {
        this.sources = sources;
        this.finders = finders;
        scan = config.fhir().searchScan();
    }

    /** The page that a search asks for. */
    Page find(Search search, PopulationResources resources) {
        List<ResourceContent> found = candidates(search, resources);
        if (found != null) {
            return page(search, found);
        }
        if (search.counting()) {
            throw new FhirProblem(
                    400,
                    IssueType.TOOCOSTLY,
                    "_summary and _count=0: such a search can't be counted; searches by _id and"
                            + " patient, and by identifiers of members and providers, can");
        }
        return scan(search, resources);
    }

    /** All that a search finds, or null when only a scan tells. */
    private @Nullable List<ResourceContent> candidates(
            Search search, PopulationResources resources) {
        List<ResourceContent> found;
        if (search.ids() != null) {
            found = new ArrayList<>();
            for (String id : new TreeSet<>(search.ids())) {
                resources.find(search.type(), id).ifPresent(found::add);
            }
            if (search.patients() != null) {
                ofPatients(found, search.patients());
            }
        } else if (search.patients() != null) {
            found = byPatients(search.type(), search.patients(), resources);
        } else if (search.identifiers() != null) {
            found = byIdentifiers(search.type(), search.identifiers(), resources);
        } else {
            return null;
        }
        if (found != null) {
            ResourceProbe probe = new ResourceProbe();
            found.removeIf(content -> !search.matches(probe.look(content)));
        }
        return found;
    }

    private static void ofPatients(List<ResourceContent> found, List<String> patients) {
        ResourceProbe probe = new ResourceProbe();
        found.removeIf(
                content -> {
                    RecordId patient = probe.look(content).patient();
                    return patient == null || !patients.contains(patient.toString());
                });
    }

    private List<ResourceContent> byPatients(
            ResourceType type, List<String> patients, PopulationResources resources) {
        List<ResourceContent> found = new ArrayList<>();
        for (String patient : new TreeSet<>(patients)) {
            RecordId.parse(patient)
                    .ifPresent(
                            id -> {
                                for (ResourceSource<?> source : sources.of(type)) {
                                    found.addAll(ofPatient(source, id, resources));
                                }
                            });
        }
        return found;
    }

    /** The resources that a source makes of the records of a patient. */
    List<ResourceContent> ofPatient(
            ResourceSource<?> source, RecordId patient, PopulationResources resources) {
        RecordKind<?> patients = sources.patients();
        long index = resources.index(patients, patient);
        List<ResourceContent> found = new ArrayList<>();
        if (index < 0) {
            return found;
        }
        TreeSet<Long> indexes = new TreeSet<>();
        if (source.kind() == patients) {
            indexes.add(index);
        }
        for (RecordRelation relation : sources.catalog().relations(patients)) {
            if (relation.target().equals(source.kind().name())) {
                for (long one : relation.finder().find(resources.readers(patients, index), index)) {
                    indexes.add(one);
                }
            }
        }
        ResourceProbe probe = new ResourceProbe();
        for (long one : indexes) {
            ResourceContent content = resources.at(source, one);
            if (content != null && patient.equals(probe.look(content).patient())) {
                found.add(content);
            }
        }
        return found;
    }

    /** Resources with one of some identifiers, or null when no arithmetic finds all of them. */
    private @Nullable List<ResourceContent> byIdentifiers(
            ResourceType type, List<String> identifiers, PopulationResources resources) {
        List<ResourceContent> found = new ArrayList<>();
        for (String identifier : new TreeSet<>(identifiers)) {
            int bar = identifier.indexOf('|');
            if (bar < 0) {
                return null;
            }
            String system = identifier.substring(0, bar);
            if (type == ResourceType.ORGANIZATION && system.equals(Systems.PAYER_ID.toString())) {
                // few enough to be looked at one by one
                for (int payer = 0; payer < ResourceSources.fixed(type); payer++) {
                    found.add(resources.payer(payer));
                }
                continue;
            }
            for (ResourceSource<?> source : sources.of(type)) {
                Optional<IdentifierFinder> finder =
                        finders.stream()
                                .filter(one -> one.kind().equals(source.kind().name()))
                                .filter(one -> one.system().equals(system))
                                .findFirst();
                if (finder.isEmpty()) {
                    return null;
                }
                long index =
                        finder.get().find(resources.population(), identifier.substring(bar + 1));
                ResourceContent content = index < 0 ? null : resources.at(source, index);
                if (content != null) {
                    found.add(content);
                }
            }
        }
        return found;
    }

    /** Whether the records of a kind are a patient's, or patients. */
    boolean isOfPatient(RecordKind<?> kind) {
        RecordKind<?> patients = sources.patients();
        return kind == patients
                || sources.catalog().relations(patients).stream()
                        .map(RecordRelation::target)
                        .anyMatch(kind.name()::equals);
    }

    private static Page page(Search search, List<ResourceContent> found) {
        int from = (int) Math.min(search.offset(), found.size());
        int to = search.counting() ? from : Math.min(found.size(), from + search.count());
        return new Page(
                found.subList(from, to),
                search.total() || search.counting() ? found.size() : null,
                to < found.size() && !search.counting() ? (long) to : null);
    }

    /** Goes through the payers, then through the records of each source of the type. */
    private Page scan(Search search, PopulationResources resources) {
        List<ResourceContent> entries = new ArrayList<>();
        ResourceProbe probe = new ResourceProbe();
        long before = ResourceSources.fixed(search.type());
        long at = search.offset();
        long until = at + scan;
        for (; at < before && entries.size() < search.count(); at++) {
            add(resources.payer((int) at), search, probe, entries);
        }
        for (ResourceSource<?> source : sources.of(search.type())) {
            long end = before + source.kind().indexes().size(resources.population());
            for (; at < end && at < until && entries.size() < search.count(); at++) {
                ResourceContent content = resources.at(source, at - before);
                if (content != null) {
                    add(content, search, probe, entries);
                }
            }
            before = end;
        }
        return new Page(entries, null, at < before ? at : null);
    }

    private static void add(
            ResourceContent content,
            Search search,
            ResourceProbe probe,
            List<ResourceContent> entries) {
        if (search.criteria().isEmpty() || search.matches(probe.look(content))) {
            entries.add(content);
        }
    }
}
