package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.provider.ProviderDirectory;
import io.github.clinicaldata.record.provider.ProviderType;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the prescriptions of one population. */
final class MedicationReader implements RecordReader<Medication> {
    private final ProviderType pharmacy = ProviderDirectory.standard().type("pharmacy");
    private final HealthReader health;
    private final PlanYears years;
    private final RecordIds ids;
    private final RecordIds conditions;
    private final RecordIds encounters;
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private final @Nullable List<Ending>[] endings;
    private @Nullable BlockPrescriptions last;
    private @Nullable BlockHealth lastHealth;

    @SuppressWarnings({"unchecked", "rawtypes"})
    MedicationReader(Readers readers) {
        Population population = readers.population();
        health = HealthReader.of(readers);
        years = health.years();
        ids = new RecordIds(KindCodes.MEDICATIONS, population.seed());
        conditions = new RecordIds(KindCodes.CONDITIONS, population.seed());
        encounters = new RecordIds(KindCodes.ENCOUNTERS, population.seed());
        endings = new List[PlanYears.COUNT];
    }

    /** The reader that others of the same caller share. */
    static MedicationReader of(Readers readers) {
        return readers.get(MedicationReader.class, MedicationReader::new);
    }

    @Override
    public @Nullable Medication read(long index) {
        BlockPrescriptions.SPACE.locate(index, years.known(), slot);
        BlockPrescriptions prescriptions = at(slot.block());
        Prescription prescription = prescriptions.year(slot.year()).get(slot.number());
        if (prescription.day() > years.asOf()) {
            return null;
        }
        BlockHealth block = health.at(slot.block());
        Ending ending = endings(prescriptions, slot.year()).get(slot.number());
        MedicationStatus status = ending.status(years.asOf());
        Visit visit = prescription.visit();
        int member = prescription.member();
        return new Medication(
                ids.at(
                        BlockPrescriptions.SPACE.numberInId(
                                slot.block(), slot.year(), slot.number())),
                status,
                status == MedicationStatus.ACTIVE ? null : ending,
                block.block().member(member),
                prescription,
                condition(block, prescription.condition()),
                visit == null ? null : encounter(block, visit),
                visit == null
                        ? health.care().primaryCare(member)
                        : health.care().practitioner(visit),
                prescription.dispensed() ? health.care().of(member, pharmacy) : null);
    }

    private BlockPrescriptions at(long number) {
        BlockHealth ofBlock = health.at(number);
        BlockPrescriptions block = last;
        if (block == null || lastHealth != ofBlock) {
            block = new BlockPrescriptions(ofBlock);
            last = block;
            lastHealth = ofBlock;
            Arrays.fill(endings, null);
        }
        return block;
    }

    private List<Ending> endings(BlockPrescriptions prescriptions, int year) {
        List<Ending> ofYear = endings[year];
        if (ofYear == null) {
            ofYear = prescriptions.endings(year, years.known());
            endings[year] = ofYear;
        }
        return ofYear;
    }

    private @Nullable RecordId condition(BlockHealth block, @Nullable MemberCondition condition) {
        if (condition == null) {
            return null;
        }
        int year = years.yearOf(condition.onset());
        int number = block.conditionNumber(year, condition);
        return number < 0
                ? null
                : conditions.at(BlockHealth.SPACE.numberInId(block.block().number(), year, number));
    }

    private RecordId encounter(BlockHealth block, Visit visit) {
        int number = block.visitNumber(slot.year(), visit);
        return encounters.at(
                BlockHealth.VISITS.numberInId(block.block().number(), slot.year(), number));
    }

    /** The indexes, ascending, of the prescriptions of a member. */
    long[] ofMember(long member) {
        long block = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        LongStream.Builder found = LongStream.builder();
        for (int year = PlanYears.BEFORE; year < years.known(); year++) {
            find(block, year, each -> each.member() == position, found);
        }
        return found.build().toArray();
    }

    /** The indexes, ascending, of what was prescribed at an encounter. */
    long[] ofEncounter(long encounter) {
        BlockHealth.VISITS.locate(encounter, years.known(), slot);
        Visit visit = health.at(slot.block()).visits(slot.year()).get(slot.number());
        LongStream.Builder found = LongStream.builder();
        find(
                slot.block(),
                slot.year(),
                each -> each.visit() != null && each.visit().key() == visit.key(),
                found);
        return found.build().toArray();
    }

    private void find(
            long block, int year, Predicate<Prescription> wanted, LongStream.Builder found) {
        List<Prescription> prescriptions = at(block).year(year);
        for (int i = 0; i < prescriptions.size(); i++) {
            Prescription each = prescriptions.get(i);
            if (wanted.test(each) && each.day() <= years.asOf()) {
                found.add(BlockPrescriptions.SPACE.index(block, year, i, years.known()));
            }
        }
    }
}
