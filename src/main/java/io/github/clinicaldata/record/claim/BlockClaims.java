package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.Text;
import io.github.clinicaldata.record.code.Injection;
import io.github.clinicaldata.record.coverage.Coverage;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.health.VisitDiagnosis;
import io.github.clinicaldata.record.medication.BlockPrescriptions;
import io.github.clinicaldata.record.medication.Fill;
import io.github.clinicaldata.record.medication.Prescription;
import io.github.clinicaldata.record.member.Member;
import io.github.clinicaldata.record.member.Relationship;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import io.github.clinicaldata.record.world.EventSpace;
import io.github.clinicaldata.record.world.MemberBlock;
import io.github.clinicaldata.record.world.PlanYears;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The claims of a block of members, year by year as somebody asks for them. */
final class BlockClaims {
    /** Claims of visits in a block and year. */
    static final int[] MEDICAL = {0, 243, 292, 352, 390, 373, 376};

    /** Five characters of the right form that no release of HCPCS has. */
    private static final Text NO_SUCH_CODE = Text.of("Z0000");

    private static final int UNKNOWN = -1;

    /** Claims that come back in a block and year. */
    private static final int REWORK = 10;

    /** The claims of a block in each plan year. */
    static final EventSpace SPACE = space();

    static final Comparator<ClaimDraft> BY_RECEIPT = BlockClaims::compareReceipts;

    private static final Comparator<ClaimDraft> BY_DECISION =
            (one, other) ->
                    one.decided != other.decided
                            ? Integer.compare(one.decided, other.decided)
                            : compareReceipts(one, other);

    private final BlockHealth health;
    private final BlockPrescriptions prescriptions;
    private final MedicalDrafts medical;
    private final PharmacyDrafts pharmacy;
    private final ClaimKnobs knobs;
    private final ClaimDates dates;
    private final SecondClaims second;
    private final PlanDesign[] designs = new PlanDesign[MemberBlock.SIZE];
    private final @Nullable List<ClaimDraft>[] dated;
    private final @Nullable List<ClaimDraft>[] byYear;
    private final int[] late = new int[PlanYears.COUNT];
    private final @Nullable MemberDecisions[] decisions = new MemberDecisions[PlanYears.COUNT];

    @SuppressWarnings({"unchecked", "rawtypes"})
    BlockClaims(
            BlockHealth health, BlockPrescriptions prescriptions, CareTeam care, ClaimKnobs knobs) {
        this.health = health;
        this.prescriptions = prescriptions;
        medical = new MedicalDrafts(health, care);
        pharmacy = new PharmacyDrafts(health, care);
        this.knobs = knobs;
        dates = new ClaimDates(knobs);
        second = new SecondClaims(dates);
        dated = new List[PlanYears.COUNT];
        byYear = new List[PlanYears.COUNT];
        PlanDesigns plans = PlanDesigns.standard();
        for (int i = 0; i < MemberBlock.SIZE; i++) {
            Member member = health.block().member(i);
            Coverage coverage = member.coverage();
            if (coverage != null) {
                designs[i] = plans.of(coverage, member.subscriberNumber());
            }
        }
        Arrays.fill(late, UNKNOWN);
    }

    private static int compareReceipts(ClaimDraft one, ClaimDraft other) {
        if (one.received != other.received) {
            return Integer.compare(one.received, other.received);
        }
        if (one.member != other.member) {
            return Integer.compare(one.member, other.member);
        }
        return one.type != other.type
                ? one.type.compareTo(other.type)
                : Long.compare(one.key, other.key);
    }

    private static EventSpace space() {
        int[] slots = MEDICAL.clone();
        for (int year = PlanYears.FIRST; year < PlanYears.COUNT; year++) {
            slots[year] += BlockPrescriptions.FILLS.slots(year) + REWORK;
        }
        return new EventSpace(slots);
    }

    /** The members and their health. */
    BlockHealth health() {
        return health;
    }

    /** Who holds the policy of a member: the own household has them. */
    Member subscriber(int position) {
        return health.block().member(policy(position));
    }

    private int policy(int position) {
        Member member = health.block().member(position);
        if (member.relationship() == Relationship.SELF) {
            return position;
        }
        int first = health.block().householdStart(position);
        for (int i = first; i < MemberBlock.SIZE; i++) {
            if (health.block().member(i).id().equals(member.subscriber())) {
                return i;
            }
        }
        return position;
    }

    private int[] policies() {
        return IntStream.range(0, MemberBlock.SIZE).map(this::policy).toArray();
    }

    /** The plan of a member who is covered. */
    PlanDesign design(int member) {
        return designs[member];
    }

    /** The claims of a plan year in the order of their receipt. */
    List<ClaimDraft> year(int year) {
        List<ClaimDraft> claims = byYear[year];
        if (claims == null) {
            claims = make(year);
            byYear[year] = claims;
        }
        return claims;
    }

    /** The claim of a member and year that was decided last up to a day, or null. */
    @Nullable ClaimDraft lastDecided(int year, int member, int day) {
        year(year);
        MemberDecisions ofYear = decisions[year];
        return ofYear == null ? null : ofYear.last(member, day);
    }

    private List<ClaimDraft> make(int year) {
        int last = health.years().lastDay(year);
        List<ClaimDraft> claims = new ArrayList<>(dated(year));
        int payments = PaymentRuns.SPACE.slots(year) - REWORK - late(year - 1);
        PaymentRuns runs = new PaymentRuns(claims, last);
        late[year] = runs.late();
        int number = runs.form(payments);
        new Rework(dates, health.sample()).add(claims, REWORK, last);
        for (ClaimDraft claim : claims.subList(dated(year).size(), claims.size())) {
            claim.payment = number++;
        }
        claims.sort(BY_DECISION);
        Adjudicator adjudicator = new Adjudicator(designs, policies(), calendarYear(last));
        claims.forEach(adjudicator::decide);
        decisions[year] = new MemberDecisions(claims);
        claims.sort(BY_RECEIPT);
        for (int i = 0; i < claims.size(); i++) {
            claims.get(i).number = i;
        }
        force(claims);
        return List.copyOf(claims);
    }

    private static int calendarYear(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    /** How many payments for claims of a year go out in the next one. */
    private int late(int year) {
        if (year < PlanYears.FIRST) {
            return 0;
        }
        if (late[year] == UNKNOWN) {
            late[year] = new PaymentRuns(dated(year), health.years().lastDay(year)).late();
        }
        return late[year];
    }

    /** The claims of a year but for those that come back, with the days on which they are due. */
    private List<ClaimDraft> dated(int year) {
        List<ClaimDraft> claims = dated[year];
        if (claims == null) {
            claims = medical(year);
            for (Fill fill : prescriptions.fills(year)) {
                claims.add(pharmacy.claim(fill));
            }
            int last = health.years().lastDay(year);
            List<ClaimDraft> further = new ArrayList<>();
            for (ClaimDraft claim : claims) {
                // the days of what may go on to a second payer are known already
                if (claim.duplicate || !SecondClaims.mayGoOn(claim)) {
                    dates.decide(claim, claim.to, last);
                } else if (claim.goesOn) {
                    further.add(second.after(claim, last));
                }
            }
            claims.addAll(further);
            dated[year] = claims;
        }
        return claims;
    }

    /** Puts in the codes that the population's name demands. */
    private void force(List<ClaimDraft> claims) {
        for (ClaimDraft claim : claims) {
            if (claim.type == ClaimType.PHARMACY) {
                continue;
            }
            if (knobs.service() != null) {
                claim.lines.get(0).forcedCode = knobs.service();
            }
            if (claim.fault == ClaimFault.PROCEDURE_INVALID) {
                claim.lines.get(0).forcedCode = NO_SUCH_CODE;
            }
            if (knobs.diagnosis() != null) {
                claim.diagnoses = List.of(new VisitDiagnosis(1, knobs.diagnosis(), null, null));
            }
        }
    }

    /** Exactly as many claims of visits as the year has slots for. */
    private List<ClaimDraft> medical(int year) {
        List<ClaimDraft> all = candidates(year);
        FixedSample sample = health.sample();
        sample.clear();
        for (ClaimDraft claim : all) {
            sample.offer(Uniforms.of(claim.key, 11), probability(claim));
        }
        int slots = MEDICAL[year];
        int count = slots;
        List<ClaimDraft> chosen = chosen(all, count);
        int over = slots(chosen) - slots;
        while (over > 0) {
            count -= (over + 1) / 2;
            chosen = chosen(all, count);
            over = slots(chosen) - slots;
        }
        fillUp(chosen, chosen.size() - over);
        return chosen;
    }

    private List<ClaimDraft> chosen(List<ClaimDraft> all, int count) {
        List<ClaimDraft> chosen = new ArrayList<>();
        for (int number : health.sample().choose(count)) {
            chosen.add(all.get(number));
        }
        return chosen;
    }

    /** The slots that claims take: two for what goes on to a second payer. */
    static int slots(List<ClaimDraft> claims) {
        int slots = claims.size();
        for (ClaimDraft claim : claims) {
            slots += claim.goesOn ? 1 : 0;
        }
        return slots;
    }

    /** All visits are billed but for some follow-ups, which the payment of another one covers. */
    static double probability(ClaimDraft claim) {
        Visit visit = claim.visit;
        return visit != null && visit.rule().priority() > 2 ? 0.5 : 20;
    }

    List<ClaimDraft> candidates(int year) {
        List<Visit> visits = health.visits(year);
        @Nullable List<OrderedReport>[] byVisit = reportsByVisit(year, visits.size());
        SortedMap<Long, List<Injection>> doses = dosesByVisit(year);
        List<ClaimDraft> claims = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            if (health.isCovered(visit.member(), visit.day())) {
                List<OrderedReport> reports = byVisit[i];
                medical.add(
                        visit,
                        reports == null ? List.of() : reports,
                        doses.getOrDefault(visit.key(), List.of()),
                        claims);
            }
        }
        for (ClaimDraft claim : claims) {
            claim.goesOn =
                    SecondClaims.mayGoOn(claim)
                            && second.goesOn(claim, health.years().lastDay(year));
        }
        return claims;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private @Nullable List<OrderedReport>[] reportsByVisit(int year, int visits) {
        @Nullable List<OrderedReport>[] byVisit = new List[visits];
        for (OrderedReport report : health.reports(year)) {
            int visit = health.visitNumber(year, report.visit());
            List<OrderedReport> reports = byVisit[visit];
            if (reports == null) {
                reports = new ArrayList<>(4);
                byVisit[visit] = reports;
            }
            reports.add(report);
        }
        return byVisit;
    }

    /** What was given at visits, by the keys of these. */
    private SortedMap<Long, List<Injection>> dosesByVisit(int year) {
        SortedMap<Long, List<Injection>> byVisit = new TreeMap<>();
        for (Prescription prescription : prescriptions.year(year)) {
            Visit visit = prescription.visit();
            Injection dose = visit == null ? null : Injection.of(prescription.drug());
            if (visit != null && dose != null) {
                List<Injection> given =
                        byVisit.computeIfAbsent(visit.key(), none -> new ArrayList<>(2));
                if (!given.contains(dose)) {
                    given.add(dose);
                }
            }
        }
        return byVisit;
    }

    /**
     * In blocks with few visits, claims of several lines are sent in parts; where that is not
     * enough, some are sent again.
     */
    private static void fillUp(List<ClaimDraft> claims, int count) {
        for (int i = 0; i < claims.size() && claims.size() < count; i++) {
            ClaimDraft claim = claims.get(i);
            if (claim.lines.size() > 1
                    && !SecondClaims.mayGoOn(claim)
                    && claim.visit != null
                    && claim.visit.rule().stay() == null) {
                claims.add(claim.split(Mixer.combine(claim.key, 12)));
            }
        }
        for (int i = 0; claims.size() < count; i++) {
            ClaimDraft claim = claims.get(i);
            claims.add(claim.again(Mixer.combine(claim.key, 13)));
        }
    }
}
