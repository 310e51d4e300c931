package io.github.clinicaldata.record.encounter;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.person.PersonKnobs;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code encounters}. */
@Singleton
public final class EncountersKind implements RecordKind<Encounter> {
    @Override
    public String name() {
        return "encounters";
    }

    @Override
    public String singular() {
        return "encounter";
    }

    @Override
    public int code() {
        return KindCodes.ENCOUNTERS;
    }

    @Override
    public String description() {
        return "Visits, emergencies and hospital stays of members";
    }

    @Override
    public RecordSchema<Encounter> schema() {
        return Encounter.SCHEMA;
    }

    @Override
    public RecordGenerator<Encounter> generator() {
        return EncounterReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return BlockHealth.VISITS;
    }

    @Override
    public List<Knob<?>> knobs() {
        return PersonKnobs.ALL;
    }

    @Override
    public List<RecordFilter<Encounter>> filters() {
        return List.of(
                Filters.oneOf(
                        "class",
                        "How the member was seen",
                        Filters.codes(EncounterClass.values()),
                        each -> each.type().code()),
                Filters.oneOf(
                        "setting",
                        "Where the member was seen",
                        Filters.codes(Setting.values()),
                        each -> each.setting().code()),
                Filters.oneOf(
                        "condition",
                        "Key of the condition or check-up that led to it",
                        Pathways.keys(),
                        each -> each.visit().pathway().keyText()),
                Filters.dayFrom(
                        "date_from", "Begins on this day or later", each -> each.visit().day()),
                Filters.dayTo(
                        "date_to", "Begins on this day or before", each -> each.visit().day()));
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                RecordRelation.toOne(
                        "member",
                        "The member",
                        "members",
                        (readers, index) -> at(readers, index).member().id()),
                RecordRelation.toOne(
                        "condition",
                        "What led to it, unless it is a check-up",
                        "conditions",
                        BlockHealth.SPACE::indexOf,
                        (readers, index) -> at(readers, index).condition()),
                RecordRelation.toOne(
                        "practitioner",
                        "Who saw the member",
                        "providers",
                        (readers, index) -> at(readers, index).practitioner().id()),
                RecordRelation.toOne(
                        "facility",
                        "Where",
                        "providers",
                        (readers, index) -> at(readers, index).facility().id()));
    }

    private static Encounter at(Readers readers, long index) {
        return EncounterReader.of(readers).present(index);
    }
}
