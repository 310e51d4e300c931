package io.github.clinicaldata.record.eligibility;

import io.github.clinicaldata.record.Population;
import io.github.clinicaldata.record.Readers;
import io.github.clinicaldata.record.RecordIds;
import io.github.clinicaldata.record.RecordReader;
import io.github.clinicaldata.record.claim.ClaimReader;
import io.github.clinicaldata.record.claim.Decision;
import io.github.clinicaldata.record.claim.PlanDesign;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.coverage.Payer;
import io.github.clinicaldata.record.coverage.Payers;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.pathway.Setting;
import io.github.clinicaldata.record.place.LocalTimes;
import io.github.clinicaldata.record.place.State;
import io.github.clinicaldata.record.provider.Provider;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.KindCodes;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the eligibility checks of one population. Remembers the last block. Not safe for use by
 * several threads.
 */
public final class EligibilityReader implements RecordReader<EligibilityCheck> {
    /** The indexes of checks. */
    public static final EventSpace SPACE = BlockChecks.SPACE;

    /** Answers come within 20 seconds, as the CAQH CORE rules ask, but for a few. */
    private static final int SECONDS = 20;

    private static final double SLOW = 0.03;
    private static final int SLOW_SECONDS = 240;
    private static final int NOTICE_DAYS = 30;

    private final ClaimReader claims;
    private final PlanYears years;
    private final RecordIds ids;
    private final Inquiries inquiries = new Inquiries();
    private final LocalTimes clocks = LocalTimes.standard();
    private final double rejected;
    private final EventSpace.Slot slot = new EventSpace.Slot();
    private @Nullable BlockChecks last;

    /** The checks of a population. */
    public EligibilityReader(Readers readers) {
        Population population = readers.population();
        claims = ClaimReader.of(readers);
        years = claims.years();
        ids = new RecordIds(KindCodes.ELIGIBILITY_CHECKS, population.seed());
        rejected = population.knobs().get(CheckKnobs.REJECTIONS);
    }

    /** The reader that others of the same caller share. */
    public static EligibilityReader of(Readers readers) {
        return readers.get(EligibilityReader.class, EligibilityReader::new);
    }

    @Override
    public @Nullable EligibilityCheck read(long index) {
        SPACE.locate(index, years.known(), slot);
        BlockChecks block = at(slot.block());
        CheckDraft check = block.year(slot.year()).get(slot.number());
        return check.day() > years.asOf() ? null : answer(check);
    }

    private BlockChecks at(long number) {
        BlockHealth health = claims.health(number);
        BlockChecks block = last;
        if (block == null || block.health() != health) {
            block = new BlockChecks(health);
            last = block;
        }
        return block;
    }

    private EligibilityCheck answer(CheckDraft check) {
        BlockHealth health = claims.health(slot.block());
        Member member = health.block().member(check.member());
        Provider provider = provider(check, claims.care());
        Rejection rejection = rejection(check, member);
        OffsetDateTime sent = sent(check, provider);
        Coverage coverage = member.coverage();
        boolean covered = health.isCovered(check.member(), check.serviceDay());
        boolean active = rejection == null && coverage != null && covered;
        Inquiry inquiry = inquiries.of(check, member, provider, sent, rejection);
        long number = SPACE.numberInId(slot.block(), slot.year(), slot.number());
        return new EligibilityCheck(
                ids.at(number),
                number,
                check.day(),
                member,
                provider,
                coverage == null ? medicaid(member.address().place().state()) : coverage.payer(),
                inquiry,
                sent.plusSeconds(seconds(check)),
                rejection != null
                        ? CheckStatus.REJECTED
                        : active ? CheckStatus.ACTIVE : CheckStatus.INACTIVE,
                rejection,
                rejection != null || coverage == null ? null : found(coverage, check, provider),
                active ? accumulated(check) : null,
                active && coverage != null ? benefits(check, inquiry, coverage) : List.of());
    }

    private static Provider provider(CheckDraft check, CareTeam care) {
        Visit visit = check.visit();
        if (visit == null) {
            return care.employer(care.primaryCare(check.member()));
        }
        Setting setting = visit.rule().setting();
        return setting == Setting.OFFICE || setting == Setting.TELEHEALTH
                ? care.employer(care.practitioner(visit))
                : care.facility(visit);
    }

    private @Nullable Rejection rejection(CheckDraft check, Member member) {
        if (Uniforms.of(check.key(), 10) >= rejected) {
            return null;
        }
        boolean dependent = member.relationship() != Relationship.SELF;
        return Rejection.pick(Mixer.combine(check.key(), 11), dependent);
    }

    private OffsetDateTime sent(CheckDraft check, Provider provider) {
        State state = provider.address().place().state();
        return clocks.at(state, check.day(), check.minute())
                .plusSeconds((long) (Uniforms.of(check.key(), 12) * 60));
    }

    private static long seconds(CheckDraft check) {
        double uniform = Uniforms.of(check.key(), 13);
        int most = Uniforms.of(check.key(), 14) < SLOW ? SLOW_SECONDS : SECONDS;
        return 1 + (long) (uniform * most);
    }

    private static Payer medicaid(State state) {
        String id = "SYN" + state.code();
        return Payers.standard().inState(state).stream()
                .filter(payer -> payer.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What the payer knows on the day of the question, whatever {@code asOf} is. */
    private static FoundCoverage found(Coverage coverage, CheckDraft check, Provider provider) {
        LocalDate end = coverage.lastDay();
        boolean known = end != null && end.toEpochDay() <= check.serviceDay() + NOTICE_DAYS;
        boolean inNetwork =
                coverage.payer().programme() || provider.networks().contains(coverage.payer().id());
        return new FoundCoverage(coverage, known ? end : null, inNetwork);
    }

    private Accumulated accumulated(CheckDraft check) {
        PlanDesign plan = claims.design(slot.block(), check.member());
        Decision decision =
                claims.lastDecision(slot.block(), slot.year(), check.member(), check.day());
        return new Accumulated(
                plan.deductible(),
                decision == null ? 0 : decision.deductibleMet(),
                plan.outOfPocketMax(),
                decision == null ? 0 : decision.outOfPocketMet());
    }

    private List<Benefit> benefits(CheckDraft check, Inquiry inquiry, Coverage coverage) {
        Visit visit = check.visit();
        boolean primaryCare =
                visit == null || claims.care().practitioner(visit).type().primaryCare();
        PlanDesign plan = claims.design(slot.block(), check.member());
        return Benefits.of(inquiry.serviceTypes(), plan, coverage, primaryCare);
    }

    /** The indexes, ascending, of the checks about a member. */
    long[] ofMember(long member) {
        long block = member / MemberBlock.SIZE;
        int position = (int) (member % MemberBlock.SIZE);
        LongStream.Builder found = LongStream.builder();
        for (int year = PlanYears.FIRST; year < years.known(); year++) {
            List<CheckDraft> checks = at(block).year(year);
            for (int i = 0; i < checks.size(); i++) {
                if (checks.get(i).member() == position && checks.get(i).day() <= years.asOf()) {
                    found.add(SPACE.index(block, year, i, years.known()));
                }
            }
        }
        return found.build().toArray();
    }
}
