package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.HealthReader;
import io.github.clinicaldata.record.health.MemberCondition;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reads the prescriptions of one population. */
final class MedicationReader implements RecordReader<Medication> {
    private final HealthReader health;
    private final PlanYears years;
    private final RecordIds ids;
    private final RecordIds conditions;
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private @Nullable BlockPrescriptions last;
    private long lastBlock = -1;

    MedicationReader(Population population) {
        health = new HealthReader(population);
        years = health.years();
        ids = new RecordIds(KindCodes.MEDICATIONS, population.seed());
        conditions = new RecordIds(KindCodes.CONDITIONS, population.seed());
    }

    @Override
    public @Nullable Medication read(long index) {
        BlockPrescriptions.SPACE.locate(index, years.known(), slot);
        Prescription prescription = at(slot.block()).year(slot.year()).get(slot.number());
        if (prescription.day() > years.asOf()) {
            return null;
        }
        BlockHealth block = health.at(slot.block());
        int lastDay =
                prescription.longTerm() || prescription.refills() > 0
                        ? prescription.lastFillDay()
                        : prescription.day() + prescription.daysSupply() - 1;
        boolean valid = lastDay >= years.asOf();
        Provider prescriber =
                prescription.visit() == null
                        ? health.care().primaryCare(prescription.member())
                        : health.care().practitioner(prescription.visit());
        return new Medication(
                ids.at(
                        BlockPrescriptions.SPACE.numberInId(
                                slot.block(), slot.year(), slot.number())),
                valid ? MedicationStatus.ACTIVE : MedicationStatus.COMPLETED,
                block.block().member(prescription.member()),
                prescription,
                condition(block, prescription.condition()),
                prescriber);
    }

    private BlockPrescriptions at(long number) {
        BlockPrescriptions block = last;
        if (block == null || lastBlock != number) {
            block = new BlockPrescriptions(health.at(number));
            last = block;
            lastBlock = number;
        }
        return block;
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

    /** The indexes, ascending, of the prescriptions of a member. */
    long[] ofMember(long member) {
        long block = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        LongStream.Builder found = LongStream.builder();
        for (int year = PlanYears.BEFORE; year < years.known(); year++) {
            List<Prescription> prescriptions = at(block).year(year);
            for (int i = 0; i < prescriptions.size(); i++) {
                Prescription each = prescriptions.get(i);
                if (each.member() == position && each.day() <= years.asOf()) {
                    found.add(BlockPrescriptions.SPACE.index(block, year, i, years.known()));
                }
            }
        }
        return found.build().toArray();
    }
}
