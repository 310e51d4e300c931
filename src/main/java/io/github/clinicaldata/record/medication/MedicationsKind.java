package io.github.clinicaldata.record.medication;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.code.Drug;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code medications}. */
@Singleton
public final class MedicationsKind implements RecordKind<Medication> {
    private static final String EXAMPLE = "atorvastatin-20-mg-tablet";

    @Override
    public String name() {
        return "medications";
    }

    @Override
    public String singular() {
        return "medication";
    }

    @Override
    public int code() {
        return KindCodes.MEDICATIONS;
    }

    @Override
    public String description() {
        return "Prescriptions with drug, directions, quantity and what they are for";
    }

    @Override
    public RecordSchema<Medication> schema() {
        return Medication.SCHEMA;
    }

    @Override
    public RecordGenerator<Medication> generator() {
        return MedicationReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return BlockPrescriptions.SPACE;
    }

    @Override
    public List<RecordFilter<Medication>> filters() {
        return List.of(
                Filters.oneOf(
                        "drug",
                        "Key of the drug",
                        Drug.standard().all().stream().map(Drug::key).toList(),
                        EXAMPLE,
                        each -> each.drug().keyText()),
                Filters.oneOf(
                        "status",
                        "Whether it is still valid",
                        Filters.codes(MedicationStatus.values()),
                        each -> each.status().code()),
                Filters.oneOf(
                        "category",
                        "Where it is taken",
                        Filters.codes(MedicationCategory.values()),
                        each -> each.category().code()),
                Filters.dayFrom(
                        "date_from",
                        "Written on this day or later",
                        each -> each.prescription().day()),
                Filters.dayTo(
                        "date_to",
                        "Written on this day or before",
                        each -> each.prescription().day()));
    }

    private static long[] encounter(Readers readers, long index) {
        RecordId encounter = MedicationReader.of(readers).present(index).encounter();
        return encounter == null
                ? new long[0]
                : new long[] {BlockHealth.VISITS.indexOf(readers.population(), encounter.index())};
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "member",
                        "The member",
                        "members",
                        (readers, index) ->
                                new long[] {
                                    MedicationReader.of(readers)
                                            .present(index)
                                            .member()
                                            .id()
                                            .index()
                                }),
                new RecordRelation(
                        "encounter",
                        "The encounter at which it was written",
                        "encounters",
                        MedicationsKind::encounter));
    }
}
