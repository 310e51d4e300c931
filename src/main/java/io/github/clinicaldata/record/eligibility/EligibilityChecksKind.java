package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordId;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code eligibility-checks}. */
@Singleton
public final class EligibilityChecksKind implements RecordKind<EligibilityCheck> {
    @Override
    public String name() {
        return "eligibility-checks";
    }

    @Override
    public String singular() {
        return "eligibility_check";
    }

    @Override
    public int code() {
        return KindCodes.ELIGIBILITY_CHECKS;
    }

    @Override
    public String description() {
        return "Questions of providers whether a member is covered, with the payer's answer";
    }

    @Override
    public RecordSchema<EligibilityCheck> schema() {
        return EligibilityCheck.SCHEMA;
    }

    @Override
    public RecordGenerator<EligibilityCheck> generator() {
        return EligibilityReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return EligibilityReader.SPACE;
    }

    @Override
    public List<Knob<?>> knobs() {
        return CheckKnobs.ALL;
    }

    @Override
    public List<RecordFilter<EligibilityCheck>> filters() {
        return List.of(
                Filters.oneOf(
                        "status",
                        "What the answer is",
                        Filters.codes(CheckStatus.values()),
                        check -> check.status().code()),
                Filters.oneOf(
                        "reject_reason",
                        "Why the question is rejected",
                        Rejection.all().stream().map(each -> each.key().toString()).toList(),
                        check -> {
                            Rejection rejection = check.rejection();
                            return rejection == null ? null : rejection.key();
                        }),
                Filters.oneOf(
                        "payer",
                        "Payer id",
                        Payers.standard().all().stream()
                                .map(payer -> payer.id().toString())
                                .toList(),
                        check -> check.payer().id()),
                Filters.dayFrom("date_from", "Asked on this day or later", EligibilityCheck::day),
                Filters.dayTo("date_to", "Asked on this day or before", EligibilityCheck::day));
    }

    private static long[] indexOf(RecordId id) {
        return new long[] {id.index()};
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "member",
                        "Who is asked about",
                        "members",
                        (readers, index) ->
                                indexOf(
                                        EligibilityReader.of(readers)
                                                .present(index)
                                                .member()
                                                .id())),
                new RecordRelation(
                        "provider",
                        "Who asks",
                        "providers",
                        (readers, index) ->
                                indexOf(
                                        EligibilityReader.of(readers)
                                                .present(index)
                                                .provider()
                                                .id())));
    }
}
