package io.github.clinicaldata.record.allergy;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the allergies of one population. */
final class AllergyReader implements RecordReader<Allergy> {
    private static final Aspect DETAILS = Aspect.named("details");
    private static final Severity[] SEVERITIES = Severity.values();

    /** Share of allergies that are confirmed, by category; a severe one is looked into more. */
    private static final double[] CONFIRMED = {0.35, 0.55, 0.6};

    private static final double SEVERE_CONFIRMED_MORE = 0.25;

    /** Share of moderate allergies that are held to endanger life; approximate, as the others. */
    private static final double MODERATE_HIGH = 0.1;

    private static final class Tables {
        static final Reactions REACTIONS = new Reactions();
        static final AliasTable[] BY_ALLERGEN =
                Allergens.standard().all().stream()
                        .map(Allergen::severities)
                        .map(shares -> shares.stream().mapToDouble(share -> share).toArray())
                        .map(AliasTable::of)
                        .toArray(AliasTable[]::new);
    }

    private final PlanYears years;
    private final MemberBlocks members;
    private final AllergyBlocks allergies;
    private final RecordIds ids;
    private final RandomKey key;
    private final RandomStream stream = new RandomStream();
    private final EventSpace.Slot slot = new EventSpace.Slot();

    AllergyReader(Readers readers) {
        Population population = readers.population();
        years = new PlanYears(population);
        members = MemberBlocks.of(readers);
        allergies = new AllergyBlocks(population);
        ids = new RecordIds(AllergiesKind.CODE, population.seed());
        key = RandomKey.of(population.seed(), "allergies");
    }

    /** The reader that others of the same caller share. */
    static AllergyReader of(Readers readers) {
        return readers.get(AllergyReader.class, AllergyReader::new);
    }

    @Override
    public @Nullable Allergy read(long index) {
        AllergyDraw.SPACE.locate(index, years.known(), slot);
        MemberBlock block = members.at(slot.block());
        AllergyEvent event = allergies.of(block).event(slot.year(), slot.number());
        if (event.recordedDay() > years.asOf()) {
            return null;
        }
        long number = AllergyDraw.SPACE.numberInId(slot.block(), slot.year(), slot.number());
        return allergy(event, block, number);
    }

    private Allergy allergy(AllergyEvent event, MemberBlock block, long number) {
        Member member = block.member(event.position());
        Allergen allergen = event.allergen();
        AllergenCategory category = allergen.category();
        long index = block.number() * MemberBlock.SIZE + event.position();
        stream.reset(AllergyDraw.pairKey(key, index, allergen), DETAILS);
        Severity severity = SEVERITIES[Tables.BY_ALLERGEN[allergen.ordinal()].pick(stream)];
        boolean severe = severity == Severity.SEVERE;
        double confirmed = CONFIRMED[category.ordinal()] + (severe ? SEVERE_CONFIRMED_MORE : 0);
        boolean sure = stream.chance(confirmed);
        boolean high = severe || stream.chance(MODERATE_HIGH) && severity == Severity.MODERATE;
        List<AllergyReaction> reactions = Tables.REACTIONS.pick(category, severity, stream);
        return new Allergy(
                ids.at(number),
                member,
                allergen,
                status(event),
                sure ? Verification.CONFIRMED : Verification.UNCONFIRMED,
                high ? Criticality.HIGH : Criticality.LOW,
                event.onsetDay() == AllergyEvent.UNKNOWN
                        ? null
                        : LocalDate.ofEpochDay(event.onsetDay()),
                LocalDate.ofEpochDay(event.recordedDay()),
                event.resolvedDay() > years.asOf()
                        ? null
                        : LocalDate.ofEpochDay(event.resolvedDay()),
                reactions,
                member.primaryCare());
    }

    private AllergyStatus status(AllergyEvent event) {
        if (event.resolvedDay() > years.asOf()) {
            return AllergyStatus.ACTIVE;
        }
        return event.outgrown() ? AllergyStatus.OUTGROWN : AllergyStatus.INACTIVE;
    }

    /** The index of the member of the allergy at an index. */
    long member(long index) {
        AllergyDraw.SPACE.locate(index, years.known(), slot);
        AllergyEvent event =
                allergies.of(members.at(slot.block())).event(slot.year(), slot.number());
        return slot.block() * MemberBlock.SIZE + event.position();
    }

    /** The indexes of the allergies of a member, ascending. */
    long[] ofMember(long member) {
        long number = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        AllergyBlock block = allergies.of(members.at(number));
        long[] found = new long[block.of(position).size()];
        int count = 0;
        for (int year = 0; year < years.known(); year++) {
            for (int i = 0; i < AllergyDraw.SPACE.slots(year); i++) {
                AllergyEvent event = block.event(year, i);
                if (event.position() == position && event.recordedDay() <= years.asOf()) {
                    found[count++] = AllergyDraw.SPACE.index(number, year, i, years.known());
                }
            }
        }
        return Arrays.copyOf(found, count);
    }
}
