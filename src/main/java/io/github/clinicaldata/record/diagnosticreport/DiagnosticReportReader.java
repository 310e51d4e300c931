package io.github.clinicaldata.record.diagnosticreport;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Panel;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.measurement.Measurements;
import io.github.clinicaldata.record.measurement.Result;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.place.LocalTimes;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.random.Permutation;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the reports of one population, and remembers those of one block's year. */
public final class DiagnosticReportReader implements RecordReader<DiagnosticReport> {
    private static final EventSpace SPACE = BlockHealth.REPORTS;

    private final HealthReader health;
    private final Measurements measurements;
    private final Performers performers;
    private final ReportTimes times = new ReportTimes();
    private final LocalTimes clocks = LocalTimes.standard();
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private final RecordIds ids;
    private final RecordIds encounterIds;
    private final Permutation orderNumbers;
    private final Permutation accessions;
    private final int known;
    private final int asOf;
    private @Nullable ReportYear last;

    /** The reports of a population. */
    public DiagnosticReportReader(Readers readers) {
        Population population = readers.population();
        health = HealthReader.of(readers);
        measurements = new Measurements(population.seed());
        performers = new Performers(health);
        ids = new RecordIds(KindCodes.DIAGNOSTIC_REPORTS, population.seed());
        encounterIds = new RecordIds(KindCodes.ENCOUNTERS, population.seed());
        RandomKey key = RandomKey.of(population.seed(), "diagnostic-reports");
        orderNumbers = new Permutation(key.at(0), RecordId.MAX_INDEX + 1);
        accessions = new Permutation(key.at(1), RecordId.MAX_INDEX + 1);
        known = health.years().known();
        asOf = health.years().asOf();
    }

    /** The reader that others of the same caller share. */
    public static DiagnosticReportReader of(Readers readers) {
        return readers.get(DiagnosticReportReader.class, DiagnosticReportReader::new);
    }

    @Override
    public @Nullable DiagnosticReport read(long index) {
        SPACE.locate(index, known, slot);
        BlockHealth block = health.at(slot.block());
        ReportYear year = year(block, slot.year());
        OrderedReport report = year.report(slot.number());
        return report.day() > asOf ? null : report(block, year, slot, report);
    }

    private ReportYear year(BlockHealth block, int number) {
        ReportYear year = last;
        if (year == null || !year.isOf(block, number)) {
            year = new ReportYear(block, number);
            measurements.turnTo(block, number);
            last = year;
        }
        return year;
    }

    private DiagnosticReport report(
            BlockHealth block, ReportYear year, EventSpace.Slot at, OrderedReport ordered) {
        Visit visit = ordered.visit();
        Panel panel = year.panel(at.number());
        Member member = block.block().member(visit.member());
        State state = member.address().place().state();
        performers.turnTo(at.block(), visit);
        times.turnTo(ordered, panel);
        OffsetDateTime collected = clocks.at(state, ordered.day(), times.collected());
        ReportStatus status = status(ordered.day(), panel);
        List<Result> results = List.of();
        Text conclusion = null;
        if (status != ReportStatus.REGISTERED) {
            measurements.examine(panel, visit, ordered.day());
            List<Result> all = measurements.results(panel, visit, collected);
            results = status.isComplete() ? all : all.subList(0, known(all.size()));
            conclusion = status.isComplete() ? measurements.conclusion(panel, visit) : null;
            // a single result is not known before the report is complete
            status = !status.isComplete() && results.isEmpty() ? ReportStatus.REGISTERED : status;
        }
        int day = ordered.day();
        OffsetDateTime received =
                moment(state, day, times.received(), collected, times.collected());
        OffsetDateTime ready = received == null ? collected : received;
        OffsetDateTime issued = moment(state, day, times.issued(), ready, times.ready());
        OffsetDateTime corrected =
                issued == null
                        ? null
                        : moment(state, day, times.corrected(), issued, times.issued());
        long number = SPACE.numberInId(at.block(), at.year(), at.number());
        return new DiagnosticReport(
                ids.at(number),
                status,
                panel,
                member,
                encounterIds.at(
                        BlockHealth.VISITS.numberInId(
                                at.block(), at.year(), year.visit(at.number()))),
                performers.practitioner(),
                performers.performer(panel),
                orderNumbers.apply(number),
                accessions.apply(number),
                collected,
                received,
                issued,
                corrected,
                results,
                conclusion,
                visit.diagnosis());
    }

    /** How many results of a preliminary report are known. */
    private static int known(int all) {
        return all / 2;
    }

    private ReportStatus status(int day, Panel panel) {
        if (isKnown(day, times.corrected())) {
            return ReportStatus.CORRECTED;
        }
        if (isKnown(day, times.issued())) {
            return ReportStatus.FINAL;
        }
        return isKnown(day, times.received()) && panel.results().size() > 1
                ? ReportStatus.PRELIMINARY
                : ReportStatus.REGISTERED;
    }

    private boolean isKnown(int day, int minute) {
        return minute != ReportTimes.NEVER && day + minute / ReportTimes.DAY <= asOf;
    }

    /**
     * A moment after another one, or null where it does not come or is not known. Where clocks go
     * forward between them, no less of the time is left.
     */
    private @Nullable OffsetDateTime moment(
            State state, int day, int minute, OffsetDateTime before, int minuteBefore) {
        if (!isKnown(day, minute)) {
            return null;
        }
        OffsetDateTime moment = clocks.at(state, day, minute);
        return moment.isAfter(before) ? moment : before.plusMinutes(minute - minuteBefore);
    }

    /** The member of a report. */
    long member(long index) {
        SPACE.locate(index, known, slot);
        int member =
                year(health.at(slot.block()), slot.year()).report(slot.number()).visit().member();
        return slot.block() * MemberBlock.SIZE + member;
    }

    /** The index of the encounter at which a report was ordered. */
    long encounter(long index) {
        SPACE.locate(index, known, slot);
        ReportYear year = year(health.at(slot.block()), slot.year());
        return BlockHealth.VISITS.index(
                slot.block(), slot.year(), year.visit(slot.number()), known);
    }

    /** The indexes of the reports of a member. */
    long[] ofMember(long member) {
        int position = (int) (member % MemberBlock.SIZE);
        LongStream.Builder found = LongStream.builder();
        for (int year = PlanYears.FIRST; year < known; year++) {
            find(
                    member / MemberBlock.SIZE,
                    year,
                    (of, i) -> of.report(i).visit().member() == position,
                    found);
        }
        return found.build().toArray();
    }

    /** The indexes of the reports that were ordered at an encounter. */
    long[] ofEncounter(long encounter) {
        BlockHealth.VISITS.locate(encounter, known, slot);
        int visit = slot.number();
        LongStream.Builder found = LongStream.builder();
        find(slot.block(), slot.year(), (of, i) -> of.visit(i) == visit, found);
        return found.build().toArray();
    }

    private interface Wanted {
        boolean is(ReportYear year, int number);
    }

    private void find(long block, int inYear, Wanted wanted, LongStream.Builder found) {
        ReportYear year = year(health.at(block), inYear);
        for (int i = 0; i < year.size(); i++) {
            if (wanted.is(year, i) && year.report(i).day() <= asOf) {
                found.add(SPACE.index(block, inYear, i, known));
            }
        }
    }
}
