package io.github.clinicaldata.record.procedure;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code procedures}. */
@Singleton
public final class ProceduresKind implements RecordKind<MemberProcedure> {
    /** An X-ray of the chest. */
    private static final String EXAMPLE = "BW03ZZZ";

    @Override
    public String name() {
        return "procedures";
    }

    @Override
    public String singular() {
        return "procedure";
    }

    @Override
    public int code() {
        return KindCodes.PROCEDURES;
    }

    @Override
    public String description() {
        return "Surgery, imaging, therapy and other procedures with their codes";
    }

    @Override
    public RecordSchema<MemberProcedure> schema() {
        return MemberProcedure.SCHEMA;
    }

    @Override
    public RecordGenerator<MemberProcedure> generator() {
        return ProcedureReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return ProcedureDraw.SPACE;
    }

    @Override
    public List<RecordFilter<MemberProcedure>> filters() {
        return List.of(
                Filters.oneOf(
                        "code",
                        "Code of the procedure",
                        ProcedureCodes.standard().codes(),
                        EXAMPLE,
                        each -> each.code().code()),
                Filters.oneOf(
                        "code_system",
                        "Where the code is from",
                        Filters.codes(CodeSystem.values()),
                        each -> each.code().system().code()),
                Filters.oneOf(
                        "category",
                        "What kind of procedure it is",
                        Filters.codes(ProcedureCategory.values()),
                        each -> each.code().category().code()),
                Filters.oneOf(
                        "status",
                        "Whether it is over",
                        Filters.codes(ProcedureStatus.values()),
                        ProcedureStatus.COMPLETED.code().toString(),
                        each -> each.status().code()),
                Filters.dayFrom("date_from", "Begins on this day or later", MemberProcedure::day),
                Filters.dayTo("date_to", "Begins on this day or before", MemberProcedure::day));
    }

    private static MemberProcedure at(Readers readers, long index) {
        return ProcedureReader.of(readers).present(index);
    }

    private static long number(RecordId id) {
        return id.index();
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "member",
                        "The member",
                        "members",
                        (readers, index) -> new long[] {number(at(readers, index).member().id())}),
                new RecordRelation(
                        "encounter",
                        "The encounter during which it was done",
                        "encounters",
                        (readers, index) ->
                                new long[] {
                                    BlockHealth.VISITS.indexOf(
                                            readers.population(),
                                            number(at(readers, index).encounter()))
                                }));
    }
}
