package io.github.clinicaldata.record.enrollment;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.random.AliasTable;
import io.github.clinicaldata.record.random.Aspect;
import io.github.clinicaldata.record.random.RandomKey;
import io.github.clinicaldata.record.random.RandomStream;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.MemberBlocks;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the enrollments of one population. */
final class EnrollmentReader implements RecordReader<Enrollment> {
    private static final EventSpace SPACE = EnrollmentDraw.SPACE;
    private static final Aspect PROCESSING = Aspect.named("processing");

    /** Days that a payer takes, from none to four. */
    private static final AliasTable DAYS = AliasTable.of(0.3, 0.4, 0.15, 0.1, 0.05);

    /**
     * Share of changes and renewals that are sent back. What coverage rests on is taken: files with
     * additions and ends are corrected before they are sent again, and only the last one is shown.
     */
    private static final double SENT_BACK = 0.025;

    private static final Rejection[] REJECTIONS = Rejection.values();
    private static final AliasTable WHY = AliasTable.of(0.45, 0.25, 0.2, 0.1);

    private final PlanYears years;
    private final MemberBlocks members;
    private final EnrollmentDraw draw;
    private final RecordIds ids;
    private final RandomKey key;
    private final RandomStream stream = new RandomStream();
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private final Sponsors sponsors = Sponsors.standard();
    private @Nullable EnrollmentBlock last;

    EnrollmentReader(Readers readers) {
        Population population = readers.population();
        years = new PlanYears(population);
        members = MemberBlocks.of(readers);
        draw = new EnrollmentDraw(population, years);
        ids = new RecordIds(EnrollmentsKind.CODE, population.seed());
        key = RandomKey.of(population.seed(), "enrollment-processing");
    }

    /** The reader that others of the same caller share. */
    static EnrollmentReader of(Readers readers) {
        return readers.get(EnrollmentReader.class, EnrollmentReader::new);
    }

    private EnrollmentBlock block(long number) {
        EnrollmentBlock block = last;
        if (block == null || block.number() != number) {
            block = draw.draw(members.at(number));
            last = block;
        }
        return block;
    }

    @Override
    public @Nullable Enrollment read(long index) {
        SPACE.locate(index, years.known(), slot);
        EnrollmentBlock block = block(slot.block());
        EnrollmentEvent[] events = block.ofYear(slot.year());
        // there are fewer only where a whole block is without coverage, which no block is
        if (slot.number() >= events.length || events[slot.number()].file() > years.asOf()) {
            return null;
        }
        long number = SPACE.numberInId(slot.block(), slot.year(), slot.number());
        return enrollment(events[slot.number()], block, number);
    }

    private Enrollment enrollment(EnrollmentEvent event, EnrollmentBlock block, long number) {
        MemberBlock people = members.at(block.number());
        Cover cover = event.cover();
        Policy policy = cover.policy();
        Member member = people.member(cover.position());
        stream.reset(key.at(number), PROCESSING);
        int processed = event.file() + DAYS.pick(stream);
        boolean rejected = stream.chance(SENT_BACK) && mayBeSentBack(event);
        boolean done = processed <= years.asOf();
        return new Enrollment(
                ids.at(number),
                member,
                people.member(policy.holder()),
                sponsors.of(cover.coverage(), member.address().place().state()),
                cover.coverage(),
                event.reason(),
                event.changed(),
                event.effective() >= policy.continued()
                        ? BenefitStatus.CONTINUATION
                        : BenefitStatus.ACTIVE,
                level(policy, block, people, event.effective()),
                policy.hired() == Policy.NEVER ? null : LocalDate.ofEpochDay(policy.hired()),
                LocalDate.ofEpochDay(event.effective()),
                LocalDate.ofEpochDay(event.file()),
                done ? LocalDate.ofEpochDay(processed) : null,
                status(done, rejected),
                done && rejected ? REJECTIONS[WHY.pick(stream)] : null);
    }

    private static boolean mayBeSentBack(EnrollmentEvent event) {
        return switch (event.reason().type()) {
            case ADDITION, TERMINATION -> false;
            case CHANGE -> event.changed() != ChangedField.BENEFIT_STATUS;
            case REINSTATEMENT, RENEWAL -> true;
        };
    }

    private static EnrollmentStatus status(boolean done, boolean rejected) {
        if (!done) {
            return EnrollmentStatus.RECEIVED;
        }
        return rejected ? EnrollmentStatus.REJECTED : EnrollmentStatus.PROCESSED;
    }

    /** Counts who is on a policy on a day; all of them live in the holder's household. */
    private static CoverageLevel level(
            Policy policy, EnrollmentBlock block, MemberBlock people, int day) {
        boolean spouse = false;
        boolean children = false;
        for (Cover other : block.covers()) {
            if (other.policy() == policy && other.effective() <= day) {
                switch (people.member(other.position()).relationship()) {
                    case SELF -> {}
                    case SPOUSE -> spouse = true;
                    case CHILD -> children = true;
                }
            }
        }
        if (spouse) {
            return children ? CoverageLevel.FAMILY : CoverageLevel.SUBSCRIBER_AND_SPOUSE;
        }
        return children ? CoverageLevel.SUBSCRIBER_AND_CHILDREN : CoverageLevel.SUBSCRIBER_ONLY;
    }

    /** The index of the member of the enrollment at an index. */
    long member(long index) {
        SPACE.locate(index, years.known(), slot);
        EnrollmentEvent event = block(slot.block()).ofYear(slot.year())[slot.number()];
        return slot.block() * MemberBlock.SIZE + event.cover().position();
    }

    /** The indexes of the enrollments of a member, ascending. */
    long[] ofMember(long member) {
        long number = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        EnrollmentBlock block = block(number);
        long[] found = new long[16];
        int count = 0;
        for (int year = 0; year < years.known(); year++) {
            EnrollmentEvent[] events = block.ofYear(year);
            for (int i = 0; i < events.length; i++) {
                if (events[i].cover().position() == position && events[i].file() <= years.asOf()) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = SPACE.index(number, year, i, years.known());
                }
            }
        }
        return Arrays.copyOf(found, count);
    }
}
