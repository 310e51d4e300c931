package io.github.clinicaldata.record.condition;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.pathway.Pathways;
import io.github.clinicaldata.record.profile.Measure;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code conditions}. */
@Singleton
public final class ConditionsKind implements RecordKind<Condition> {
    @Override
    public String name() {
        return "conditions";
    }

    @Override
    public String singular() {
        return "condition";
    }

    @Override
    public int code() {
        return KindCodes.CONDITIONS;
    }

    @Override
    public String description() {
        return "Chronic conditions, illnesses, injuries and pregnancies of members";
    }

    @Override
    public RecordSchema<Condition> schema() {
        return Condition.SCHEMA;
    }

    @Override
    public RecordGenerator<Condition> generator() {
        return ConditionReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return BlockHealth.SPACE;
    }

    @Override
    public List<RecordFilter<Condition>> filters() {
        return List.of(
                Filters.oneOf("condition", "Key of the condition", Pathways.keys(), Condition::key),
                Filters.oneOf(
                        "course",
                        "How it goes on",
                        Filters.codes(ConditionCourse.values()),
                        each -> each.course().code()),
                Filters.oneOf(
                        "status",
                        "Clinical status",
                        Filters.codes(ConditionStatus.values()),
                        each -> each.status().code()),
                Filters.dayFrom(
                        "onset_from",
                        "Begins on this day or later",
                        each -> each.condition().onset()),
                Filters.dayTo(
                        "onset_to",
                        "Begins on this day or before",
                        each -> each.condition().onset()));
    }

    @Override
    public List<Measure<Condition>> measures() {
        return ConditionMeasures.all();
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                RecordRelation.toOne(
                        "member",
                        "The member",
                        "members",
                        (readers, index) ->
                                ConditionReader.of(readers).present(index).member().id()));
    }
}
