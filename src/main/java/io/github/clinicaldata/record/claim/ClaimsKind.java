package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.DigitPattern;
import io.github.clinicaldata.record.IndexSpace;
import io.github.clinicaldata.record.Knob;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordFilter;
import io.github.clinicaldata.record.RecordGenerator;
import io.github.clinicaldata.record.RecordKind;
import io.github.clinicaldata.record.RecordRelation;
import io.github.clinicaldata.record.RecordSchema;
import io.github.clinicaldata.record.coverage.CoverageType;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.filter.Filters;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.person.PersonKnobs;
import io.github.clinicaldata.record.profile.Measure;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.world.KindCodes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The kind {@code claims}. */
@Singleton
public final class ClaimsKind implements RecordKind<Claim> {
    /** How claim control numbers are written. */
    public static final DigitPattern NUMBER = ClaimSchema.NUMBER;

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public String singular() {
        return "claim";
    }

    @Override
    public int code() {
        return KindCodes.CLAIMS;
    }

    @Override
    public String description() {
        return "Professional, institutional and pharmacy claims with what the payer made of them";
    }

    @Override
    public RecordSchema<Claim> schema() {
        return ClaimSchema.SCHEMA;
    }

    @Override
    public RecordGenerator<Claim> generator() {
        return ClaimReader::of;
    }

    @Override
    public IndexSpace indexes() {
        return BlockClaims.SPACE;
    }

    @Override
    public List<Knob<?>> knobs() {
        return Stream.concat(ClaimKnobs.ALL.stream(), PersonKnobs.ALL.stream()).toList();
    }

    @Override
    public List<RecordFilter<Claim>> filters() {
        return List.of(
                Filters.oneOf(
                        "type",
                        "Kind of claim",
                        Filters.codes(ClaimType.values()),
                        claim -> claim.type().code()),
                Filters.oneOf(
                        "status",
                        "How far the payer is",
                        Filters.codes(ClaimStatus.values()),
                        claim -> claim.status().code()),
                Filters.oneOf(
                        "frequency",
                        "1 the first claim, 7 a replacement, 8 takes one back",
                        Filters.codes(ClaimFrequency.values()),
                        claim -> claim.frequency().code()),
                Filters.oneOf(
                        "payer_sequence",
                        "Which of the member's payers the claim goes to",
                        Filters.codes(PayerSequence.values()),
                        claim -> claim.sequence().code()),
                Filters.oneOf(
                        "payer",
                        "Payer id",
                        Payers.standard().all().stream()
                                .map(payer -> payer.id().toString())
                                .toList(),
                        claim -> claim.coverage().payer().id()),
                Filters.oneOf(
                        "coverage",
                        "Where the coverage comes from",
                        Filters.codes(CoverageType.values()),
                        claim -> claim.coverage().type().code()),
                Filters.planYear(Claim::from),
                Filters.dayFrom("service_from", "Service begins on this day or later", Claim::from),
                Filters.dayTo("service_to", "Service begins on this day or before", Claim::from));
    }

    @Override
    public List<Measure<Claim>> measures() {
        return ClaimMeasures.all();
    }

    @Override
    public List<RecordRelation> relations() {
        return List.of(
                RecordRelation.toOne(
                        "member",
                        "The patient",
                        "members",
                        (readers, index) -> at(readers, index).member().id()),
                RecordRelation.toOne(
                        "encounter",
                        "The encounter that it bills, unless it is for a drug",
                        "encounters",
                        BlockHealth.VISITS::indexOf,
                        (readers, index) -> at(readers, index).encounter()),
                RecordRelation.toOne(
                        "billing-provider",
                        "Who bills",
                        "providers",
                        (readers, index) -> at(readers, index).billing().id()),
                RecordRelation.toOne(
                        "rendering-provider",
                        "Who gave the service, or prescribed the drug",
                        "providers",
                        (readers, index) -> {
                            Provider by = at(readers, index).rendering();
                            return by == null ? null : by.id();
                        }),
                RecordRelation.toOne(
                        "prior-claim",
                        "The claim to the payer before, of one to a second payer",
                        "claims",
                        indexes()::indexOf,
                        (readers, index) -> at(readers, index).prior()),
                RecordRelation.toOne(
                        "original-claim",
                        "The claim that this one replaces or takes back",
                        "claims",
                        indexes()::indexOf,
                        (readers, index) -> at(readers, index).original()));
    }

    private static Claim at(Readers readers, long index) {
        return ClaimReader.of(readers).present(index);
    }
}
