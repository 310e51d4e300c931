package io.github.clinicaldata.record.claim;

import io.github.clinicaldata.record.code.Injection;
import io.github.clinicaldata.record.health.BlockHealth;
import io.github.clinicaldata.record.health.CareTeam;
import io.github.clinicaldata.record.health.OrderedReport;
import io.github.clinicaldata.record.health.Uniforms;
import io.github.clinicaldata.record.health.Visit;
import io.github.clinicaldata.record.medication.BlockPrescriptions;
import io.github.clinicaldata.record.medication.Prescription;
import io.github.clinicaldata.record.random.FixedSample;
import io.github.clinicaldata.record.random.Mixer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of visits of a block: as many in a year as it has slots for, chosen among all that
 * visits give rise to.
 */
final class VisitClaims {
    /** The slots of a block in each plan year. */
    static final int[] SLOTS = {0, 243, 292, 352, 390, 373, 376};

    private final BlockHealth health;
    private final BlockPrescriptions prescriptions;
    private final MedicalDrafts drafts;
    private final SecondClaims second;

    VisitClaims(
            BlockHealth health,
            BlockPrescriptions prescriptions,
            CareTeam care,
            SecondClaims second) {
        this.health = health;
        this.prescriptions = prescriptions;
        this.second = second;
        drafts = new MedicalDrafts(health, care);
    }

    /** Exactly as many claims as the year has slots for. */
    List<ClaimDraft> of(int year) {
        List<ClaimDraft> all = candidates(year);
        FixedSample sample = health.sample();
        sample.clear();
        for (ClaimDraft claim : all) {
            sample.offer(Uniforms.of(claim.key, 11), probability(claim));
        }
        int slots = SLOTS[year];
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
        @Nullable List<Injection>[] doses = dosesByVisit(year, visits.size());
        List<ClaimDraft> claims = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            if (health.isCovered(visit.member(), visit.day())) {
                List<OrderedReport> reports = byVisit[i];
                List<Injection> given = doses[i];
                drafts.add(
                        visit,
                        reports == null ? List.of() : reports,
                        given == null ? List.of() : given,
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
            listAt(byVisit, visit).add(report);
        }
        return byVisit;
    }

    private static <T> List<T> listAt(@Nullable List<T>[] lists, int position) {
        List<T> list = lists[position];
        if (list == null) {
            list = new ArrayList<>(2);
            lists[position] = list;
        }
        return list;
    }

    /** What was given at visits of the year, by the numbers of these. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private @Nullable List<Injection>[] dosesByVisit(int year, int visits) {
        @Nullable List<Injection>[] byVisit = new List[visits];
        for (Prescription prescription : prescriptions.year(year)) {
            Visit visit = prescription.visit();
            Injection dose = visit == null ? null : Injection.of(prescription.drug());
            if (visit == null || dose == null) {
                continue;
            }
            int number = health.visitNumber(year, visit);
            // what was prescribed at a visit of another year is billed there
            if (number >= 0) {
                List<Injection> given = listAt(byVisit, number);
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
                    && !claim.hasCompanions
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
