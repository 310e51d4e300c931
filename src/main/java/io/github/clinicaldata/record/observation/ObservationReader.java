package io.github.clinicaldata.record.observation;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.code.Analyte;
import io.github.clinicaldata.record.code.ObservationCategory;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.code.Panels;
import io.github.clinicaldata.record.code.VitalSign;
import io.github.clinicaldata.record.diagnosticreport.Performers;
import io.github.clinicaldata.record.diagnosticreport.ReportTimes;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.measurement.Measurements;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.place.LocalTimes;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the observations of one population, and remembers those of one block. */
final class ObservationReader implements RecordReader<Observation> {
    private static final EventSpace SPACE = ObservationDraw.SPACE;
    private static final int NONE = -1;

    private final HealthReader health;
    private final Measurements measurements;
    private final ObservationDraw draw;
    private final Performers performers;
    private final ReportTimes times = new ReportTimes();
    private final LocalTimes clocks = LocalTimes.standard();
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private final RecordIds ids;
    private final RecordIds encounterIds;
    private final RecordIds reportIds;
    private final int known;
    private final int asOf;

    private @Nullable BlockHealth block;
    private int year;
    private final @Nullable List<ObservationEvent>[] byYear;

    @SuppressWarnings({"unchecked", "rawtypes"})
    ObservationReader(Readers readers) {
        Population population = readers.population();
        health = HealthReader.of(readers);
        measurements = new Measurements(population.seed());
        draw = new ObservationDraw(measurements);
        performers = new Performers(health);
        ids = new RecordIds(KindCodes.OBSERVATIONS, population.seed());
        encounterIds = new RecordIds(KindCodes.ENCOUNTERS, population.seed());
        reportIds = new RecordIds(KindCodes.DIAGNOSTIC_REPORTS, population.seed());
        known = health.years().known();
        asOf = health.years().asOf();
        byYear = new List[PlanYears.COUNT];
    }

    /** The reader that others of the same caller share. */
    static ObservationReader of(Readers readers) {
        return readers.get(ObservationReader.class, ObservationReader::new);
    }

    @Override
    public @Nullable Observation read(long index) {
        SPACE.locate(index, known, slot);
        BlockHealth of = health.at(slot.block());
        ObservationEvent event = events(of, slot.year()).get(slot.number());
        return event.visit().day() > asOf ? null : observation(of, event);
    }

    private List<ObservationEvent> events(BlockHealth of, int ofYear) {
        if (block != of) {
            Arrays.fill(byYear, null);
            block = of;
            year = NONE;
        }
        List<ObservationEvent> events = byYear[ofYear];
        if (events == null) {
            events = draw.draw(of, ofYear);
            byYear[ofYear] = events;
            year = NONE;
        }
        if (year != ofYear) {
            // drawing turns the measurements wherever it needs them
            measurements.turnTo(of, ofYear);
            year = ofYear;
        }
        return events;
    }

    private Observation observation(BlockHealth of, ObservationEvent event) {
        Member member = of.block().member(event.visit().member());
        RecordId id = ids.at(SPACE.numberInId(slot.block(), slot.year(), slot.number()));
        RecordId encounter =
                encounterIds.at(
                        BlockHealth.VISITS.numberInId(
                                slot.block(), slot.year(), event.visitNumber()));
        performers.turnTo(slot.block(), event.visit());
        Result result = event.result();
        return result == null
                ? sign(event, member, id, encounter)
                : result(of, event, result, member, id, encounter);
    }

    private Observation sign(
            ObservationEvent event, Member member, RecordId id, RecordId encounter) {
        VitalSign sign = event.sign();
        if (sign == null) {
            throw new IllegalStateException("Neither a sign nor a result");
        }
        State state = member.address().place().state();
        OffsetDateTime effective = clocks.at(state, event.visit().day(), event.minute());
        measurements.examine(sign, event.visit());
        List<Result> found = new ArrayList<>();
        for (Analyte analyte : sign.analytes()) {
            Result part = measurements.result(analyte, effective);
            if (part != null) {
                found.add(part);
            }
        }
        boolean single = sign.analytes().size() == 1 && !found.isEmpty();
        return new Observation(
                id,
                ObservationStatus.FINAL,
                sign.category(),
                sign.key(),
                sign.loinc(),
                sign.name(),
                single ? found.get(0).analyte().unit() : null,
                single ? found.get(0) : null,
                single ? List.of() : List.copyOf(found),
                member,
                encounter,
                performers.practitioner(),
                effective,
                null);
    }

    private Observation result(
            BlockHealth of,
            ObservationEvent event,
            Result result,
            Member member,
            RecordId id,
            RecordId encounter) {
        OrderedReport report = of.reports(slot.year()).get(event.report());
        Panel panel = Panels.standard().get(report.panel());
        times.turnTo(report, panel);
        ObservationStatus status = status(report.day());
        return new Observation(
                id,
                status,
                ObservationCategory.LABORATORY,
                result.analyte().key(),
                result.analyte().loinc(),
                result.analyte().name(),
                result.analyte().unit(),
                status == ObservationStatus.REGISTERED ? null : result,
                List.of(),
                member,
                encounter,
                performers.performer(panel),
                result.observed(),
                reportIds.at(
                        BlockHealth.REPORTS.numberInId(slot.block(), slot.year(), event.report())));
    }

    private ObservationStatus status(int day) {
        if (isKnown(day, times.corrected())) {
            return ObservationStatus.CORRECTED;
        }
        return isKnown(day, times.issued())
                ? ObservationStatus.FINAL
                : ObservationStatus.REGISTERED;
    }

    private boolean isKnown(int day, int minute) {
        return minute != ReportTimes.NEVER && day + minute / ReportTimes.DAY <= asOf;
    }

    /** The member of an observation. */
    long member(long index) {
        return slot(index).visit().member() + slot.block() * MemberBlock.SIZE;
    }

    /** The report that has an observation, or none. */
    long[] report(long index) {
        int report = slot(index).report();
        return report < 0
                ? new long[0]
                : new long[] {BlockHealth.REPORTS.index(slot.block(), slot.year(), report, known)};
    }

    private ObservationEvent slot(long index) {
        SPACE.locate(index, known, slot);
        return events(health.at(slot.block()), slot.year()).get(slot.number());
    }

    /** The indexes of the observations of a member. */
    long[] ofMember(long member) {
        int position = (int) (member % MemberBlock.SIZE);
        LongStream.Builder found = LongStream.builder();
        for (int each = PlanYears.FIRST; each < known; each++) {
            find(
                    member / MemberBlock.SIZE,
                    each,
                    event -> event.visit().member() == position,
                    found);
        }
        return found.build().toArray();
    }

    /** The index of the encounter of an observation. */
    long encounter(long index) {
        int visit = slot(index).visitNumber();
        return BlockHealth.VISITS.index(slot.block(), slot.year(), visit, known);
    }

    /** The indexes of the observations of an encounter. */
    long[] ofEncounter(long encounter) {
        BlockHealth.VISITS.locate(encounter, known, slot);
        int number = slot.number();
        LongStream.Builder found = LongStream.builder();
        find(slot.block(), slot.year(), event -> event.visitNumber() == number, found);
        return found.build().toArray();
    }

    /** The indexes of the observations of a report. */
    long[] ofReport(long report) {
        BlockHealth.REPORTS.locate(report, known, slot);
        int number = slot.number();
        LongStream.Builder found = LongStream.builder();
        find(slot.block(), slot.year(), event -> event.report() == number, found);
        return found.build().toArray();
    }

    private void find(
            long ofBlock,
            int ofYear,
            Predicate<ObservationEvent> wanted,
            LongStream.Builder found) {
        List<ObservationEvent> all = events(health.at(ofBlock), ofYear);
        for (int i = 0; i < all.size(); i++) {
            if (wanted.test(all.get(i)) && all.get(i).visit().day() <= asOf) {
                found.add(SPACE.index(ofBlock, ofYear, i, known));
            }
        }
    }
}
