package io.github.clinicaldata.fhirapi.bulk;

import io.github.clinicaldata.config.GeneratorConfig;
import io.github.clinicaldata.fhirapi.PopulationResources;
import io.github.clinicaldata.fhirapi.ResourceContent;
import io.github.clinicaldata.fhirapi.ResourceProbe;
import io.github.clinicaldata.fhirapi.ResourceSource;
import io.github.clinicaldata.fhirapi.ResourceSources;
import io.github.clinicaldata.format.fhir.PayerOrganizations;
import io.github.clinicaldata.format.fhir.ResourceType;
import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an export holds: who is in its group, which providers its resources refer to, and
 * how many resources each file has. Writes nothing and keeps no resource.
 */
@Singleton
final class Preparer {
    private static final int STEP = 1024;

    private final ResourceSources sources;
    private final int fileResources;

    Preparer(ResourceSources sources, GeneratorConfig config) {
        this.sources = sources;
        fileResources = config.fhir().fileResources();
    }

    /** Whether the records of a kind are patients or events of theirs. */
    private boolean isOfPatient(RecordKind<?> kind) {
        return kind == sources.patients() || kind.indexes() instanceof EventSpace;
    }

    /** How many records of a kind the members of an export have. */
    private static long size(RecordKind<?> kind, Export export) {
        return kind.indexes() instanceof EventSpace space
                ? export.members() / MemberBlock.SIZE * space.block(export.population())
                : export.members();
    }

    /** Prepares an export; ends early when it was cancelled. */
    void prepare(Preparation preparation) {
        Export export = preparation.export();
        Population population = export.population();
        PopulationResources resources = new PopulationResources(sources, population);
        BitSet members = members(export);
        ExportMatch match = new ExportMatch(sources.patients(), resources, members, export.since());
        List<ResourceSource<?>> scanned = scanned(export);
        preparation.expect(scanned.stream().mapToLong(source -> size(source.kind(), export)).sum());
        List<RecordKind<?>> ofNoPatient =
                sources.all().stream()
                        .<RecordKind<?>>map(ResourceSource::kind)
                        .filter(kind -> !isOfPatient(kind))
                        .distinct()
                        .toList();
        Run run =
                new Run(
                        preparation,
                        match,
                        new SharedRecords(resources, ofNoPatient),
                        new SharedRecords(resources, ofNoPatient));
        for (ResourceSource<?> source : scanned) {
            run.range(source, size(source.kind(), export));
        }
        Map<String, long[]> indexes = run.shared();
        for (ResourceSource<?> source : sources.all()) {
            if (!isOfPatient(source.kind()) && export.wants(source.mapping().type())) {
                run.shared(source, indexes.getOrDefault(source.kind().name(), new long[0]));
            }
        }
        run.payers();
        if (!preparation.isCancelled()) {
            preparation.finish(new Preparation.Ready(run.files, run.counts, members, indexes));
        }
    }

    /** The sources that belong to patients: all of them when what they refer to is wanted. */
    private List<ResourceSource<?>> scanned(Export export) {
        boolean all =
                sources.all().stream()
                        .anyMatch(
                                source ->
                                        !isOfPatient(source.kind())
                                                && export.wants(source.mapping().type()));
        return sources.all().stream()
                .filter(source -> isOfPatient(source.kind()))
                .filter(source -> all || export.wants(source.mapping().type()))
                .toList();
    }

    private @Nullable BitSet members(Export export) {
        MemberGroup group = export.group();
        if (group == null || group.payer() == null) {
            return null;
        }
        return members(sources.patients(), group.payer().id().toString(), export);
    }

    private static <R> BitSet members(RecordKind<R> patients, String payer, Export export) {
        RecordFilter<R> filter =
                patients.filters().stream()
                        .filter(each -> each.name().equals("payer"))
                        .findFirst()
                        .orElseThrow();
        Predicate<R> isMember = filter.binder().bind(payer, export.population());
        RecordReader<R> reader = patients.generator().open(export.population());
        BitSet members = new BitSet();
        for (int index = 0; index < export.members(); index++) {
            members.set(index, isMember.test(reader.present(index)));
        }
        return members;
    }

    /** One preparation: collects files and their counts. */
    private final class Run {
        private final Preparation preparation;
        private final Export export;
        private final ExportMatch match;
        private final ResourceProbe plain = new ResourceProbe();

        /** What resources refer to that have changed, and what the others do. */
        private final SharedRecords fresh;

        private final SharedRecords known;
        private final ResourceProbe ofFresh;
        private final ResourceProbe ofKnown;
        private final List<ExportFile> files = new ArrayList<>();
        private final List<Long> counts = new ArrayList<>();
        private final Map<ResourceType, Integer> numbers = new TreeMap<>();

        Run(Preparation preparation, ExportMatch match, SharedRecords fresh, SharedRecords known) {
            this.preparation = preparation;
            export = preparation.export();
            this.match = match;
            this.fresh = fresh;
            this.known = known;
            ofFresh = new ResourceProbe(fresh);
            ofKnown = new ResourceProbe(known);
        }

        void range(ResourceSource<?> source, long size) {
            boolean wanted = export.wants(source.mapping().type());
            for (long from = 0; from < size && !preparation.isCancelled(); from += fileResources) {
                long until = Math.min(size, from + fileResources);
                long count = 0;
                for (long index = from; index < until; index++) {
                    count += takes(source, index) ? 1 : 0;
                    if (index % STEP == 0) {
                        preparation.looked(Math.min(STEP, until - index));
                        if (preparation.isCancelled()) {
                            return;
                        }
                    }
                }
                if (wanted) {
                    add(source, source.mapping().type(), from, until, false, count);
                }
            }
        }

        /** Looks at the resource of a patient and keeps in mind what it refers to. */
        private boolean takes(ResourceSource<?> source, long index) {
            ResourceContent content = match.resources().at(source, index);
            if (content == null) {
                return false;
            }
            if (match.takesAll()) {
                ofFresh.look(content);
                return true;
            }
            if (!match.isInGroup(plain.look(content))) {
                return false;
            }
            boolean changed = match.hasChanged(plain);
            (changed ? ofFresh : ofKnown).look(content);
            return changed;
        }

        /**
         * The records of no patient. These changed last when the population began; afterwards one
         * is new to an export when nothing referred to it before, so that no reference is left
         * open.
         */
        Map<String, long[]> shared() {
            follow(fresh, ofFresh);
            follow(known, ofKnown);
            if (haveSharedChanged()) {
                fresh.addAll(known);
            } else {
                fresh.removeAll(known);
            }
            return fresh.indexes();
        }

        /** Follows the references of what was referred to, until there is nothing new. */
        private void follow(SharedRecords shared, ResourceProbe probe) {
            SharedRecords.Reference next = shared.next();
            while (next != null && !preparation.isCancelled()) {
                for (ResourceSource<?> source : sources.all()) {
                    if (source.kind() == next.kind()) {
                        ResourceContent content = match.resources().at(source, next.index());
                        if (content != null) {
                            probe.look(content);
                        }
                    }
                }
                next = shared.next();
            }
        }

        void shared(ResourceSource<?> source, long[] indexes) {
            for (int from = 0; from < indexes.length; from += fileResources) {
                int until = Math.min(indexes.length, from + fileResources);
                long count = 0;
                for (int i = from; i < until && !preparation.isCancelled(); i++) {
                    count += match.resources().at(source, indexes[i]) == null ? 0 : 1;
                }
                add(source, source.mapping().type(), from, until, true, count);
            }
        }

        /** Every payer is in the first export, whoever refers to it. */
        void payers() {
            int count = PayerOrganizations.all().size();
            if (export.wants(ResourceType.ORGANIZATION) && haveSharedChanged()) {
                add(null, ResourceType.ORGANIZATION, 0, count, true, count);
            }
        }

        /**
         * Whether providers and payers, which changed last when the population began, did since.
         */
        private boolean haveSharedChanged() {
            Long since = export.since();
            return since == null || changed(export.population()) > since;
        }

        private void add(
                @Nullable ResourceSource<?> source,
                ResourceType type,
                long from,
                long until,
                boolean isShared,
                long count) {
            int number = numbers.merge(type, 1, Integer::sum);
            if (count > 0) {
                String name = type.typeName() + "-" + number + ".ndjson";
                files.add(new ExportFile(name, type, source, from, until, isShared));
                counts.add(count);
            }
        }
    }

    private static long changed(Population population) {
        return population.epoch().atStartOfDay(java.time.ZoneOffset.UTC).toEpochSecond();
    }
}
