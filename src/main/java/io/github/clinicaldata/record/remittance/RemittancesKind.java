package io.github.clinicaldata.record.remittance;

import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.claim.ClaimReader;
import io.github.clinicaldata.record.claim.ClaimsKind;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;

/** The kind {@code remittances}. */
@Singleton
public final class RemittancesKind implements RecordKind<Remittance> {
    @Override
    public String name() {
        return "remittances";
    }

    @Override
    public String singular() {
        return "remittance";
    }

    @Override
    public int code() {
        return KindCodes.REMITTANCES;
    }

    @Override
    public String description() {
        return "Payments that settle the claims of a payee, with the reasons for what is not paid";
    }

    @Override
    public RecordSchema<Remittance> schema() {
        return Remittance.SCHEMA;
    }

    @Override
    public RecordGenerator<Remittance> generator() {
        return RemittanceReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return RemittanceReader.SPACE;
    }

    @Override
    public List<Knob<?>> knobs() {
        return new ClaimsKind().knobs();
    }

    @Override
    public List<RecordFilter<Remittance>> filters() {
        return List.of(
                Filters.oneOf(
                        "method",
                        "How the money reaches the payee",
                        Filters.codes(PaymentMethod.values()),
                        remittance -> remittance.method().code()),
                Filters.oneOf(
                        "payer",
                        "Payer id",
                        Payers.standard().all().stream()
                                .map(payer -> payer.id().toString())
                                .toList(),
                        remittance -> remittance.payer().id()),
                Filters.dayFrom("date_from", "Paid on this day or later", Remittance::day),
                Filters.dayTo("date_to", "Paid on this day or before", Remittance::day));
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                new RecordRelation(
                        "claims",
                        "The claims that it settles",
                        "claims",
                        (readers, index) ->
                                RemittanceReader.of(readers).present(index).claims().stream()
                                        .mapToLong(settled -> settled.claim().number())
                                        .map(
                                                number ->
                                                        ClaimReader.SPACE.indexOf(
                                                                readers.population(), number))
                                        .sorted()
                                        .toArray()),
                new RecordRelation(
                        "payee",
                        "Who is paid",
                        "providers",
                        (readers, index) ->
                                new long[] {
                                    RemittanceReader.of(readers).present(index).payee().id().index()
                                }));
    }
}
